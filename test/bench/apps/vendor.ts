import { clerkMiddleware, getAuth } from '@clerk/express';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  Req,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import type { Request } from 'express';
import { type Peer, PUBLIC_ANSWER } from './peer.js';

@Injectable()
class VendorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!getAuth(context.switchToHttp().getRequest<Request>()).userId) {
      throw new UnauthorizedException();
    }
    return true;
  }
}

@Controller()
class VendorController {
  @Get('me') @UseGuards(VendorGuard) me(@Req() request: Request) {
    return { userId: getAuth(request).userId };
  }

  @Get('public') open() {
    return PUBLIC_ANSWER;
  }
}

@Module({ controllers: [VendorController] })
class VendorModule {}

/** The vendor's middleware for Express in a Nest application. */
export const peer: Peer = {
  module: VendorModule,
  prepare: (app) => app.use(clerkMiddleware()),
};

import type { IncomingMessage } from 'node:http';
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
import { PUBLIC_ANSWER, rawRequest } from './peer.js';
import type { Claims } from './verified-tokens.js';

/** A request with what a middleware found out. */
export type WithClaims = IncomingMessage & { auth?: Claims };

@Injectable()
class ClaimsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request: WithClaims = rawRequest(context.switchToHttp().getRequest());
    if (!request.auth) throw new UnauthorizedException();
    return true;
  }
}

@Controller()
class ClaimsController {
  @Get('me') @UseGuards(ClaimsGuard) me(@Req() wrapped: IncomingMessage) {
    const request: WithClaims = rawRequest(wrapped);
    return { userId: request.auth?.sub };
  }

  @Get('public') open() {
    return PUBLIC_ANSWER;
  }
}

/** The two routes, protected by what a middleware has put on the request. */
@Module({ controllers: [ClaimsController] })
export class ClaimsModule {}

import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule } from 'clerk-nestjs';
import { type Peer, PUBLIC_ANSWER } from './peer.js';

@Controller()
class OurController {
  @Get('me') @UseGuards(ClerkAuthGuard) me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('public') open() {
    return PUBLIC_ANSWER;
  }
}

@Module({ imports: [ClerkModule.forRoot()], controllers: [OurController] })
class OurModule {}

/** This package, as its README says. */
export const peer: Peer = { module: OurModule };

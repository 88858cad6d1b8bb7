import { Controller, Get, Module } from '@nestjs/common';
import { userOf } from '../tokens/session-token.js';
import { type Peer, PUBLIC_ANSWER } from './peer.js';

@Controller()
class BareController {
  @Get('me') me() {
    return { userId: userOf(0) };
  }

  @Get('public') open() {
    return PUBLIC_ANSWER;
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

/** No authentication at all. */
export const peer: Peer = { module: BareModule };

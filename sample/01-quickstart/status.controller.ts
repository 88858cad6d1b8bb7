import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, Public, type WithAuth } from 'clerk-nestjs';
import type { Request } from 'express';

/** Guarded as a class; the nearest declaration wins, so `@Public()` opens this one handler. */
@Controller('api/status')
@UseGuards(ClerkAuthGuard)
export class StatusController {
  @Public()
  @Get()
  show(@Req() request: WithAuth<Request>) {
    return request.auth.toJSON();
  }
}

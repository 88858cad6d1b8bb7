import { Controller, Get, Header, Inject, Optional, Req } from '@nestjs/common';
import { Auth, type AuthObject, Public } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Request } from 'express';
import { homePage } from './home.page.ts';

/** The page for everybody. `@Auth()` works without the guard: every request is authenticated. */
@Public()
@Controller()
export class HomeController {
  /** @param localClerk The embedded Clerk; absent when the environment has keys. */
  constructor(@Optional() @Inject(LocalClerk) private readonly localClerk?: LocalClerk) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Referrer-Policy', 'no-referrer')
  // The page says who is looking at it.
  @Header('Cache-Control', 'private, no-store')
  show(@Auth() auth: AuthObject, @Req() request: Request): string {
    const origin = `http://localhost:${request.socket.localPort}`;
    return homePage({ auth, origin, localClerk: this.localClerk });
  }
}

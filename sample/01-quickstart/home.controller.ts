import { Controller, Get, Inject, Optional, Req } from '@nestjs/common';
import { Auth, type SessionAuthObject, Public } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Request } from 'express';
import { homePage } from './home.page.ts';
import { HtmlPage } from './html-page.decorator.ts';

/** The page for everybody. `@Auth()` works without the guard: every request is authenticated. */
@Public()
@Controller()
export class HomeController {
  /** @param localClerk The embedded Clerk; absent when the environment has keys. */
  constructor(@Optional() @Inject(LocalClerk) private readonly localClerk?: LocalClerk) {}

  @Get()
  @HtmlPage()
  show(@Auth() auth: SessionAuthObject, @Req() request: Request): string {
    const origin = `http://localhost:${request.socket.localPort}`;
    return homePage({ auth, origin, localClerk: this.localClerk });
  }
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { Auth, type SessionAuthObject, ClerkAuthGuard, ClerkModule, Public } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { ClerkMiddleware } from '../../src/nest/http/clerk-middleware.js';
import { Browser } from '../testing/browser.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class PagesController {
  @Get('page')
  page(@Auth('userId') userId: string) {
    return { userId };
  }

  @Post('page')
  post(@Auth('userId') userId: string) {
    return { posted: userId };
  }

  @Get('public')
  @Public()
  open(@Auth() auth: SessionAuthObject) {
    return { userId: auth.userId };
  }
}

/** LocalClerk is on `localhost`, the app on `127.0.0.1`: they share no cookie. */
describe.each(PLATFORMS)('a browser on %s', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(clerk.options)],
      controllers: [PagesController],
    });
  });

  beforeEach(() => {
    browser = new Browser();
  });

  afterAll(async () => {
    await running.app.close();
    await clerk.stop();
  });

  const open = (path: string) => browser.open(`${running.origin}${path}`);
  const signIn = (user: string) =>
    browser.submit(`${clerk.origin}/sign-in`, { user, redirect_url: `${running.origin}/page` });

  it('that is signed out is led to the sign-in page, by way of a handshake', async () => {
    const page = await open('/page?tab=2');
    expect(page.url.pathname).toBe('/sign-in');
    expect(page.url.searchParams.get('redirect_url')).toBe(`${running.origin}/page?tab=2`);
    expect(browser.trail[1]).toContain('/v1/client/handshake');
  });

  it('signs in, uses the page, signs out, and in again, as fast as a script can', async () => {
    await open('/page');
    for (let round = 0; round < 3; round += 1) {
      const page = await signIn('ada');
      expect([page.status, page.text]).toEqual([
        200,
        JSON.stringify({ userId: clerk.users.ada.id }),
      ]);
      const signOut = `${clerk.origin}/sign-out?redirect_url=${encodeURIComponent(`${running.origin}/page`)}`;
      expect((await browser.open(signOut)).url.pathname).toBe('/sign-in');
    }
  });

  it('never shows the nonce, or its own token, in the address it ends on', async () => {
    await open('/page');
    const page = await signIn('ada');
    expect(page.url.href).toBe(`${running.origin}/page`);
  });

  it('has its session renewed when the token has expired, without signing in', async () => {
    await open('/page');
    await signIn('ada');
    const expired = clerk.mintSessionToken('ada', { exp: 1, iat: Math.floor(Date.now() / 1000) });
    for (const name of Object.keys(browser.cookies('127.0.0.1'))) {
      if (name.startsWith('__session')) browser.setCookie('127.0.0.1', name, expired);
    }
    const page = await open('/page');
    expect(page.status).toBe(200);
    expect(browser.trail.some((url) => url.includes('/v1/client/handshake'))).toBe(true);
    expect(browser.trail.some((url) => url.includes('/sign-in'))).toBe(false);
  });

  it('posts while signed in', async () => {
    await open('/page');
    await signIn('ada');
    const page = await browser.submit(`${running.origin}/page`, {});
    expect([page.status, page.text]).toEqual([201, JSON.stringify({ posted: clerk.users.ada.id })]);
  });

  it('gets a 401 and no redirect when a script of a page fetches with an expired token', async () => {
    const expired = clerk.mintSessionToken('ada', { exp: 1 });
    const cookie = `__clerk_db_jwt=dvb_1; __client_uat=1; __session=${expired}`;
    const response = await fetch(`${running.origin}/page`, {
      headers: { cookie, 'sec-fetch-dest': 'empty' },
      redirect: 'manual',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('location')).toBeNull();
  });

  it('sees a public page after its handshake, signed in or not', async () => {
    expect((await open('/public')).text).toBe(JSON.stringify({ userId: null }));
    await signIn('grace');
    expect((await open('/public')).text).toBe(JSON.stringify({ userId: clerk.users.grace.id }));
  });

  it('ends in a sentence that helps, and not in a redirect loop, when nothing it is sent for sticks', async () => {
    browser.setCookie('127.0.0.1', '__clerk_redirect_count', '3');
    const page = await open('/page');
    expect(page.status).toBe(401);
    expect(page.text).toContain('Signing in ended in a redirect loop');
    expect(browser.trail).toHaveLength(1);
  });
});

describe.each(PLATFORMS)('the guard alone on %s', (platform) => {
  it('starts the handshake that the middleware would have started', async () => {
    const clerk = await LocalClerk.start();
    const { app, origin } = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(clerk.options)], controllers: [PagesController] },
      {
        override: (builder) =>
          builder.overrideProvider(ClerkMiddleware).useValue({
            handle: (_request: unknown, _response: unknown, next: () => void) => next(),
          }),
      },
    );
    const browser = new Browser();
    const page = await browser.open(`${origin}/page`);
    expect(browser.trail[1]).toContain('/v1/client/handshake');
    expect(page.url.pathname).toBe('/sign-in');
    await app.close();
    await clerk.stop();
  });
});

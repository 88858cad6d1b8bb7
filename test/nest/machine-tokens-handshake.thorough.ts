import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkModule } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { Browser } from '../testing/browser.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller()
class Pages {
  @Get('page')
  @AcceptsToken('session_token', 'api_key')
  page(@Auth('userId') userId: string) {
    return { userId };
  }
}

/** Here the middleware looks at programs' tokens only, and the guard is who meets the browser. */
describe.each(PLATFORMS)('a page of an application for programs, on %s,', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    const options = { ...clerk.options, acceptsToken: ['api_key', 'm2m_token'] } as const;
    const imports = [ClerkModule.forRoot(options)];
    running = await startApp(platform, { imports, controllers: [Pages] });
  });

  afterAll(async () => {
    await running.app.close();
    await clerk.stop();
  });

  it('signs a browser in for good: with cookies, and without the nonce in its address', async () => {
    const browser = new Browser();
    const url = `${running.origin}/page`;
    expect((await browser.open(url)).url.pathname).toBe('/sign-in');
    const form = { user: 'ada', redirect_url: url };
    const page = await browser.submit(`${clerk.origin}/sign-in`, form);
    const userId = clerk.users.ada.id;
    expect([page.status, page.url.href, page.text]).toEqual([200, url, JSON.stringify({ userId })]);
    expect(browser.cookies('127.0.0.1')).toMatchObject({ __session: expect.any(String) });
    await browser.open(url);
    expect(browser.trail).toEqual([url]);
  });
});

describe.each(PLATFORMS)('a session that is renewed in passing, on %s,', (platform) => {
  it('gets its cookies once, though the guard asks again for the kinds of its handler', async () => {
    const clerk = await LocalClerk.start({ refreshTokens: true });
    const imports = [ClerkModule.forRoot(clerk.options)];
    const running = await startApp(platform, { imports, controllers: [Pages] });
    try {
      const url = `${running.origin}/page`;
      const browser = new Browser();
      await browser.open(url);
      await browser.submit(`${clerk.origin}/sign-in`, { user: 'ada', redirect_url: url });
      const { __session = '' } = browser.cookies('127.0.0.1');
      const { sid, iat } = clerk.instance.claimsOf(__session) ?? {};
      const expired = clerk.mintSessionToken('ada', { sid, iat, exp: 1 });
      for (const name of Object.keys(browser.cookies('127.0.0.1'))) {
        if (name.startsWith('__session')) browser.setCookie('127.0.0.1', name, expired);
      }
      const { status, headers } = await browser.open(url);
      const names = headers.getSetCookie().map((directive) => directive.split('=', 1)[0]);
      expect([status, browser.trail]).toEqual([200, [url]]);
      expect(names).toContain('__session');
      expect(new Set(headers.getSetCookie()).size).toBe(names.length);
    } finally {
      await running.app.close();
      await clerk.stop();
    }
  });
});

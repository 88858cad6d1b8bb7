import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule, Public } from 'clerk-nestjs';
import type { SessionAuthObject } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ClerkMiddleware } from '../../src/nest/http/clerk-middleware.js';
import { Browser } from '../testing/browser.js';
import { listen, PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ArticlesController } from './support/articles.js';

describe('a handshake', () => {
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
      expect([page.status, page.text]).toEqual([
        201,
        JSON.stringify({ posted: clerk.users.ada.id }),
      ]);
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
});

describe('an outage', () => {
  const instance = new LocalInstance();
  const { publishableKey, secretKey, jwtKey } = instance;
  const authorization = `Bearer ${instance.mintSessionToken('ada')}`;

  describe.each(PLATFORMS)('with Clerk out of reach on %s', (platform) => {
    let server: Server;
    let apiUrl: string;
    let respond: (response: ServerResponse) => void;
    let running: RunningApp;

    beforeEach(async () => {
      server = createServer((_request, response) => respond(response));
      apiUrl = await listen(server);
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot({ publishableKey, secretKey, apiUrl })],
        controllers: [ArticlesController],
      });
    });

    afterEach(async () => {
      await running.app.close();
      server.closeAllConnections();
      server.close();
    });

    const call = (path: string, headers: Record<string, string> = { authorization }) =>
      fetch(`${running.origin}${path}`, { headers, redirect: 'manual' });

    it.each<[string, (response: ServerResponse) => void]>([
      ['the connection breaks', (response) => response.destroy()],
      ['it answers 500', (response) => void response.writeHead(500).end('{}')],
      ['it answers nonsense', (response) => void response.end('<html>')],
      ['it publishes no key', (response) => void response.end('{"keys":[]}')],
      ['it refuses the secret key', (response) => void response.writeHead(401).end('{}')],
      [
        'it redirects elsewhere',
        (response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      ],
    ])('a token gets 503, never 401 and never a pass: %s', async (_case, answer) => {
      respond = answer;
      const response = await call('/articles');
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({
        statusCode: 503,
        message: expect.stringMatching(
          /^Authentication is not available right now\. .*Clerk's Backend API/,
        ),
      });
      expect(text + JSON.stringify([...response.headers])).not.toContain(secretKey);
    });

    it('a page request is not sent to sign in, where it would come back signed in', async () => {
      respond = (response) => response.destroy();
      const response = await call('/articles', { authorization, accept: 'text/html' });
      expect(response.status).toBe(503);
    });

    it('a request without a token needs no key and gets its 401', async () => {
      respond = (response) => response.destroy();
      expect((await call('/articles', {})).status).toBe(401);
    });

    it('a token that can be told to be bad without a key gets its 401', async () => {
      respond = (response) => response.destroy();
      expect((await call('/articles', { authorization: 'Bearer nonsense' })).status).toBe(401);
    });

    it('a live application tells its users nothing about its connection', async () => {
      await running.app.close();
      const live = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;
      const options = { publishableKey: live, secretKey, apiUrl };
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot(options)],
        controllers: [ArticlesController],
      });
      respond = (response) => response.destroy();
      expect(await (await call('/articles')).json()).toMatchObject({
        message: 'Authentication is not available right now.',
      });
    });

    it('a public route answers, as to nobody', async () => {
      respond = (response) => response.destroy();
      const response = await call('/articles/open');
      expect([response.status, await response.json()]).toEqual([200, { userId: null }]);
    });

    it('and everything is well again about a second after it answers', async () => {
      respond = (response) => response.destroy();
      expect((await call('/articles')).status).toBe(503);
      respond = (response) => void response.end(JSON.stringify(instance.jwks));
      expect((await call('/articles')).status).toBe(503);
      await setTimeout(1_100);
      expect((await call('/articles')).status).toBe(200);
    });

    it('a flood of tokens with made-up key ids costs one call a second, not one each', async () => {
      let fetches = 0;
      respond = (response) => {
        fetches += 1;
        response.writeHead(429).end('{}');
      };
      for (let count = 0; count < 30; count += 1) {
        const token = instance.mint({ user: 'ada', header: { kid: `ins_${count}` } });
        expect((await call('/articles', { authorization: `Bearer ${token}` })).status).toBe(503);
      }
      expect(fetches).toBeLessThanOrEqual(2);
    });

    it('two hundred requests at a cold start wait for one fetch of the keys', async () => {
      let fetches = 0;
      respond = (response) => {
        fetches += 1;
        void setTimeout(50).then(() => response.end(JSON.stringify(instance.jwks)));
      };
      const statuses = await Promise.all(
        Array.from({ length: 200 }, async () => {
          const response = await call('/articles');
          await response.arrayBuffer();
          return response.status;
        }),
      );
      expect([new Set(statuses), fetches]).toEqual([new Set([200]), 1]);
    });
  });

  describe('with jwtKey', () => {
    it('no request is ever made to Clerk', async () => {
      let calls = 0;
      const server = createServer((_request, response) => {
        calls += 1;
        response.end();
      });
      const apiUrl = await listen(server);
      const running = await startApp('express', {
        imports: [ClerkModule.forRoot({ publishableKey, secretKey, jwtKey, apiUrl })],
        controllers: [ArticlesController],
      });
      const response = await fetch(`${running.origin}/articles`, { headers: { authorization } });
      expect([response.status, calls]).toEqual([200, 0]);
      await running.app.close();
      server.close();
    });
  });

  describe('with an embedded Clerk of its own', () => {
    it("the keys come over its Backend API, by the vendor's own options", async () => {
      const clerk = await LocalClerk.start();
      const running = await startApp('express', {
        imports: [ClerkModule.forRoot(clerk.options)],
        controllers: [ArticlesController],
      });
      const headers = { authorization: `Bearer ${clerk.mintSessionToken('grace')}` };
      const response = await fetch(`${running.origin}/articles/me`, { headers });
      expect(await response.json()).toMatchObject({ id: clerk.users.grace.id });
      await running.app.close();
      await clerk.stop();
    });
  });
});

import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ArticlesController } from './support/articles.js';
import { listen, PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

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

import { createPublicKey } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, Req, UseGuards } from '@nestjs/common';
import {
  Auth,
  ClerkAuthenticator,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  getAuth,
} from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs, testingInstance } from 'clerk-nestjs/testing';
import express from 'express';
import { TokenCache } from '../../../src/engine/tokens/token-cache.js';
import { decodeToken, type DecodedToken } from '../../../src/engine/facts/decoded-token.js';
import { copyJson } from '../../../src/engine/copy-json.js';
import { serversForTests } from '../../express/support/express-server.js';
import { PLATFORMS, startApp } from '../support/platforms.js';

const serve = serversForTests();
const instance = testingInstance();
const { ada, grace } = instance.users;
const options = {
  publishableKey: instance.publishableKey,
  jwtKey: instance.jwtKey,
};
const key = { key: createPublicKey(instance.jwtKey), algorithm: undefined };

function tokenNo(number: number): DecodedToken {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = Buffer.from(String(number).padStart(48, 'x')).toString('base64url');
  const token = decodeToken(
    `${part({ alg: 'RS256' })}.${part({ sub: `user_${number}` })}.${signature}`,
  );
  if (token.kind !== 'jwt') throw new Error('no token');
  return token;
}

describe('what an application changes in claims that it got hold of', () => {
  @Controller()
  class Mutating {
    constructor(private readonly authenticator: ClerkAuthenticator) {}
    @Get('facts')
    @UseGuards(ClerkAuthGuard)
    async facts(@Req() request: object) {
      const { facts } = await this.authenticator.authenticate(request);
      if (facts.bearer?.kind === 'jwt') Object.assign(facts.bearer.claims, { sub: 'user_evil' });
      return {};
    }
    @Get('outcome')
    @UseGuards(ClerkAuthGuard)
    async outcome(@Req() request: object) {
      const { outcome } = await this.authenticator.authenticate(request);
      if (outcome.status === 'signed-in' && outcome.tokenType === 'session_token')
        Object.assign(outcome.token.claims, { sub: 'user_evil' });
      return {};
    }
    @Get('who')
    @UseGuards(ClerkAuthGuard)
    who(@Auth('userId') userId: string) {
      return { userId };
    }
  }
  it.each(['facts', 'outcome'])(
    'what is changed in %s is no claim of the next request',
    async (path) => {
      const running = await startApp('express', {
        imports: [ClerkModule.forRoot(), ClerkTestingModule],
        controllers: [Mutating],
      });
      try {
        const headers = signedInAs('grace');
        await fetch(`${running.origin}/${path}`, { headers });
        const response = await fetch(`${running.origin}/who`, { headers });
        expect(await response.json()).toEqual({ userId: grace.id });
      } finally {
        await running.app.close();
      }
    },
  );
});

it('a token cache of an odd size holds no token more', () => {
  const cache = new TokenCache(3);
  let most = 0;
  for (let number = 0; number < 20; number++) {
    cache.add(tokenNo(number), key, 1e12);
    most = Math.max(most, cache.size);
  }
  expect(most).toBeLessThanOrEqual(3);
});

const show: RequestListener = (request, response) => {
  const auth: unknown = Reflect.get(request, 'auth');
  const userId: unknown = auth === undefined ? 'no req.auth' : Reflect.get(Object(auth), 'userId');
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ userId }));
};

describe('the property req.auth', () => {
  it('stays when a sub-application that has authenticated the request lets it on', async () => {
    const sub = express();
    sub.use(clerkMiddleware(options));
    const app = express();
    app.use(sub);
    app.get('/', show);
    const { origin } = await serve(app);
    const response = await fetch(origin, { headers: signedInAs('ada') });
    expect(await response.json()).toEqual({ userId: ada.id });
  });
});

it('nobody is warned of a foreign req.auth that is ours', async () => {
  const warned: string[] = [];
  Logger.overrideLogger({
    log: () => {},
    error: () => {},
    warn: (message: string) => warned.push(message),
  });
  const app = express();
  app.use('/a', clerkMiddleware(options));
  const sub = express();
  sub.use(clerkMiddleware(options));
  sub.get('/', show);
  app.use('/b', sub);
  app.get('/a', show);
  const { origin } = await serve(app);
  await fetch(`${origin}/a`, { headers: signedInAs('ada') });
  const response = await fetch(`${origin}/b`, { headers: signedInAs('ada') });
  expect(await response.json()).toEqual({ userId: ada.id });
  expect(warned).toEqual([]);
});

it('an object made of a request leaves the request as it was', async () => {
  const authenticate = clerkMiddleware(options);
  const { origin } = await serve((request, response) => {
    const derived: IncomingMessage = Object.create(request);
    void authenticate(derived, response, () => {
      const own = Object.hasOwn(request, 'auth');
      response.end(JSON.stringify({ own, userId: getAuth(derived).isAuthenticated }));
    });
  });
  const response = await fetch(origin, { headers: signedInAs('ada') });
  expect(await response.json()).toEqual({ own: false, userId: true });
});

it('claims that are nested as deep as a header can hold are copied', () => {
  const deep: unknown = JSON.parse('['.repeat(6_000) + ']'.repeat(6_000));
  expect(() => copyJson(deep)).not.toThrow();
});

it('a request without a prototype is served', async () => {
  const authenticate = clerkMiddleware(options);
  const { origin } = await serve((request, response) => {
    const { headers, socket, httpVersion, method, url } = request;
    const bare = Object.assign(Object.create(null), { headers, socket, httpVersion, method, url });
    void authenticate(bare, response, (error) =>
      response.end(error === undefined ? 'fine' : 'an error'),
    );
  });
  expect(await (await fetch(origin, { headers: signedInAs('ada') })).text()).toBe('fine');
});

it.each(PLATFORMS)('room is made on each request as it comes in, on %s', async (platform) => {
  const { app } = await startApp(platform, {
    imports: [ClerkModule.forRoot(), ClerkTestingModule],
  });
  const server: import('node:http').Server = app.getHttpServer();
  const names = server.listeners('request').map(({ name }) => name);
  await app.close();
  expect(names[0]).toMatch(/^prepare/);
});

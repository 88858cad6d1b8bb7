import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Logger, Req, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import express from 'express';
import type { RequestHandler } from 'express';
import {
  Auth,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  getAuth,
  Public,
  requireAuth,
} from 'clerk-nestjs';
import type { ClerkMiddlewareOptions, SignedInAuthObject } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { bearer } from '../nest/support/callers.js';
import { portOf } from '../nest/support/platforms.js';
import { serversForTests } from './support/express-server.js';
import type { ExpressServer } from './support/express-server.js';
import { once } from 'node:events';
import { connect } from 'node:net';
import { rawExchange } from '../nest/support/raw-exchange.js';
import { withEnvironment } from '../nest/options/with-environment.js';
import { answerErrors } from './support/error-handler.js';
import { signal } from './support/signal.js';
import { THROWN } from './support/thrown.js';

describe('a user of another instance, whose clerkMiddleware() runs in front of Nest', () => {
  // The application is of one instance of Clerk, and the Express application around it of another,
  // which anybody may have made: its users are nobody here.

  @Controller()
  @UseGuards(ClerkAuthGuard)
  class AccountController {
    @Get('guarded')
    guarded(@Auth() auth: SignedInAuthObject, @Req() request: object) {
      return { auth: auth.userId, getAuth: getAuth(request).userId };
    }

    @Get('public')
    @Public()
    open(@Auth('userId') userId: string | null, @Req() request: object) {
      return { auth: userId, getAuth: getAuth(request).userId };
    }
  }

  const start = serversForTests();

  let own: LocalClerk;

  let foreign: LocalClerk;

  let app: INestApplication;

  beforeAll(async () => {
    own = await LocalClerk.start();
    foreign = await LocalClerk.start({ instance: new LocalInstance({ number: 66 }) });
  });

  afterEach(() => app.close());

  afterAll(async () => {
    await own.stop();
    await foreign.stop();
  });

  /** Nest on an Express application that has authenticated requests before, and goes on doing so. */
  async function startOn(outer: express.Express): Promise<string> {
    const module = await Test.createTestingModule({
      imports: [ClerkModule.forRoot(own.options)],
      controllers: [AccountController],
    }).compile();
    app = module.createNestApplication(new ExpressAdapter(outer), { logger: false });
    app.use(clerkMiddleware(foreign.options));
    app.use('/required', requireAuth(), letIn);
    app.use('/required-of-another', requireAuth(foreign.options), letIn);
    await app.listen(0, '127.0.0.1');
    return `http://127.0.0.1:${portOf(app.getHttpServer())}`;
  }

  const letIn = (_: express.Request, response: express.Response) => void response.json('let in');

  const ask = (url: string, clerk: LocalClerk) =>
    fetch(url, { headers: bearer(clerk.mintSessionToken('ada')), redirect: 'manual' });

  it.each<[string, () => express.Express]>([
    ['around it', () => express().use(clerkMiddleware(foreign.options))],
    ['around it, by a function', () => express().use(clerkMiddleware(() => foreign.options))],
    ['around it, with requireAuth()', () => express().use(requireAuth(foreign.options))],
    ['behind it only', () => express()],
  ])('is nobody to the application: %s', async (_, outer) => {
    const origin = await startOn(outer());
    expect((await ask(`${origin}/guarded`, foreign)).status).toBe(401);
    const open = await ask(`${origin}/public`, foreign);
    expect(await open.json()).toEqual({ auth: null, getAuth: null });
    expect((await ask(`${origin}/required`, foreign)).status).toBe(302);
    expect((await ask(`${origin}/required-of-another`, foreign)).status).toBe(500);
  });

  it('does not keep the users of the application out', async () => {
    const origin = await startOn(express().use(clerkMiddleware(foreign.options)));
    const { id } = own.users.ada;
    const guarded = await ask(`${origin}/guarded`, own);
    expect(await guarded.json()).toEqual({ auth: id, getAuth: id });
    expect((await ask(`${origin}/required`, own)).status).toBe(200);
  });

  it('tells of the application’s own authentication, and not of the other', async () => {
    const origin = await startOn(express().use(clerkMiddleware(foreign.options)));
    const { headers } = await ask(`${origin}/guarded`, foreign);
    expect(headers.get('x-clerk-auth-status')).toBe('signed-out');
    expect((await ask(`${origin}/guarded`, own)).headers.get('x-clerk-auth-status')).toBeNull();
  });

  it('is nobody to Nest as a part of a larger application', async () => {
    await startOn(express());
    const outer = express().use(clerkMiddleware(foreign.options));
    outer.use('/nest', app.getHttpAdapter().getInstance());
    const { origin } = await start(outer);
    expect((await ask(`${origin}/nest/guarded`, foreign)).status).toBe(401);
    expect((await ask(`${origin}/nest/guarded`, own)).status).toBe(200);
  });
});

describe('attacks on requireAuth()', () => {
  const start = serversForTests();
  const instance = new LocalInstance();
  const { publishableKey, jwtKey } = instance;
  const options: ClerkMiddlewareOptions = { publishableKey, jwtKey };

  let reached = 0;
  let logged: { mockRestore(): void };
  beforeAll(() => {
    logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => logged.mockRestore());

  /** What only users may reach. */
  const secret: RequestHandler = (_request, response) => {
    reached += 1;
    response.json('secret');
  };

  interface Guarded extends ExpressServer {
    readonly errors: unknown[];
  }

  /** With the handler beside `requireAuth()`, after it, and as a route. */
  async function guarded(...middleware: RequestHandler[]): Promise<Guarded> {
    const errors: unknown[] = [];
    const app = express();
    app.use('/beside', ...middleware, secret);
    app.use('/after', ...middleware);
    app.use('/after', secret);
    app.all('/route', ...middleware);
    app.all('/route', secret);
    app.use(answerErrors(errors));
    const server = await start(app);
    return { ...server, errors };
  }

  const PLACES = ['/beside', '/after', '/route'];

  /** The statuses that there were, each once. */
  async function statusesOf(server: ExpressServer, init: RequestInit = {}): Promise<number[]> {
    const answers = PLACES.map((place) =>
      fetch(server.origin + place, { redirect: 'manual', ...init }),
    );
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    return [...new Set(statuses)];
  }

  describe('a visitor does not get past requireAuth()', () => {
    it.each(THROWN)('where an option of it throws %p', async (thrown) => {
      const domain = () => {
        throw thrown;
      };
      const server = await guarded(requireAuth({ ...options, domain }));
      reached = 0;
      expect(await statusesOf(server)).toEqual([500]);
      expect(reached).toBe(0);
      expect(server.errors.every((error) => typeof error === 'object' && error !== null)).toBe(
        true,
      );
    });

    it.each(THROWN)('behind a clerkMiddleware() whose function throws %p', async (thrown) => {
      const failing = [
        clerkMiddleware(() => {
          throw thrown;
        }),
        clerkMiddleware(() => Promise.reject(thrown)),
      ];
      for (const middleware of failing) {
        const server = await guarded(middleware, requireAuth(options));
        reached = 0;
        expect(await statusesOf(server)).toEqual([500]);
        expect(reached).toBe(0);
      }
    });

    it.each<[string, unknown]>([
      ['a wrong key', { publishableKey: 'sk_test_x', jwtKey }],
      ['no keys', {}],
      ['a misspelt option', { ...options, signinUrl: '/' }],
      ['a kind of token', { ...options, acceptsToken: 'any' }],
      ['a domain that is none', { ...options, domain: () => 'a b' }],
    ])('whose options have %s', async (_, wrong) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what untyped code passes
      const server = await guarded(requireAuth(wrong as ClerkMiddlewareOptions));
      reached = 0;
      expect(await statusesOf(server)).toEqual([500]);
      expect(await statusesOf(server)).toEqual([500]);
      expect(reached).toBe(0);
    });

    it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])(
      'by the method %s',
      async (method) => {
        const server = await guarded(requireAuth(options));
        reached = 0;
        expect(await statusesOf(server, { method })).toEqual([302]);
        expect(reached).toBe(0);
      },
    );

    it.each([
      '//',
      '/\\x',
      '/%',
      '/%2e%2e/after',
      'http://[x/after',
      '*',
      '/after/%ff',
      '/AFTER/',
      '//after',
    ])('by the target %s', async (target) => {
      const server = await guarded(requireAuth(options));
      reached = 0;
      const lines = [`GET ${target} HTTP/1.1`, 'Host: localhost'];
      const { status } = await rawExchange(server.port, lines);
      expect([302, 400, 404]).toContain(status);
      expect(reached).toBe(0);
    });

    it('by hanging up before the answer', async () => {
      const [asked, tellAsked] = signal();
      const [waiting, release] = signal();
      const server = await guarded(
        clerkMiddleware(async () => {
          tellAsked();
          await waiting;
          return options;
        }),
        requireAuth(),
      );
      reached = 0;
      const socket = connect(server.port, '127.0.0.1');
      socket.write('GET /beside HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await asked;
      socket.destroy();
      await once(socket, 'close');
      release();
      expect(await statusesOf(server)).toEqual([302]);
      expect([reached, server.errors]).toEqual([0, []]);
    });

    it('where a page to sign in at comes out wrong', async () => {
      const server = await guarded(requireAuth(options));
      // Its own options have been read by now, and the variable is read at each request.
      expect(await statusesOf(server)).toEqual([302]);
      reached = 0;
      for (const CLERK_SIGN_IN_URL of ['sign-in', '//evil.example', 'javascript:alert(1)']) {
        const statuses = await withEnvironment({ CLERK_SIGN_IN_URL }, () => statusesOf(server));
        expect(statuses).toEqual([500]);
      }
      expect(reached).toBe(0);
    });

    it('with space around the page to sign in at, which environment files easily bring', async () => {
      const server = await guarded(requireAuth(options));
      const answer = await withEnvironment({ CLERK_SIGN_IN_URL: ' /enter ' }, () =>
        fetch(`${server.origin}/beside`, { redirect: 'manual' }),
      );
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/enter']);
    });

    it('and a user does', async () => {
      const server = await guarded(requireAuth(options));
      reached = 0;
      const headers = bearer(instance.mintSessionToken('ada'));
      expect(await statusesOf(server, { headers })).toEqual([200]);
      expect(reached).toBe(PLACES.length);
    });
  });

  describe('what a handler behind requireAuth() throws', () => {
    it('is passed on once, and the handler is run once', async () => {
      let runs = 0;
      const server = await guarded(requireAuth(options), () => {
        runs += 1;
        throw new Error('of the handler');
      });
      const headers = bearer(instance.mintSessionToken('ada'));
      expect(await statusesOf(server, { headers })).toEqual([500]);
      expect(runs).toBe(PLACES.length);
      expect(server.errors.map(String)).toEqual(PLACES.map(() => 'Error: of the handler'));
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Logger, UseGuards } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import {
  Authorize,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  Public,
  RequirePermission,
} from 'clerk-nestjs';
import type { ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer } from '../support/callers.js';
import { PLATFORMS, startApp } from '../support/platforms.js';
import type { RunningApp } from '../support/platforms.js';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serversForTests } from '../../express/support/express-server.js';

const clerk = new LocalInstance();

describe('the guard at once', () => {
  const { publishableKey, jwtKey } = clerk;

  let judged = 0;

  /** A policy of the application, which counts how often it is asked. */
  function countedPolicy(): boolean {
    judged += 1;
    return true;
  }

  @Controller('secret')
  class SecretController {
    @Get()
    @RequirePermission('org:nobody:has')
    show() {
      return {};
    }
  }

  /** The handler, as Nest names it in the context of a call. */
  const secret: () => void = Reflect.get(SecretController.prototype, 'show');

  /** What the guard gave to whoever composed it: true, or what a promise of it came to. */
  const given: string[] = [];

  async function outcomeOf(verdict: Promise<unknown>): Promise<string> {
    return verdict.then(
      (value) => `promise of ${String(value)}`,
      (error: unknown) => `rejection: ${error instanceof Error ? error.name : String(error)}`,
    );
  }

  /** The verdicts themselves. */
  const returned: unknown[] = [];

  /** Calls the guard as a guard of an application that is composed of it, and never lets it refuse. */
  class Composed implements CanActivate {
    constructor(@Inject(ClerkAuthGuard) private readonly guard: ClerkAuthGuard) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      await this.#note(context);
      await this.#note(context);
      return true;
    }

    /** A synchronous throw would not be noted, and be a 500. */
    async #note(context: ExecutionContext): Promise<void> {
      const verdict = this.guard.canActivate(context);
      returned.push(verdict);
      given.push(verdict instanceof Promise ? await outcomeOf(verdict) : String(verdict));
    }
  }

  /** Asks about another handler, on the same request, in the middle of a call. */
  class Curious implements CanActivate {
    constructor(@Inject(ClerkAuthGuard) private readonly guard: ClerkAuthGuard) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const other = new ExecutionContextHost(context.getArgs(), SecretController, secret);
      for (const call of [context, other, context, other]) {
        const verdict = this.guard.canActivate(call);
        given.push(verdict instanceof Promise ? await outcomeOf(verdict) : String(verdict));
      }
      return true;
    }
  }

  /** Asks about what is no HTTP call at all. */
  class Confused implements CanActivate {
    constructor(@Inject(ClerkAuthGuard) private readonly guard: ClerkAuthGuard) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const message = new ExecutionContextHost(context.getArgs(), SecretController, secret);
      message.setType('ws');
      const empty = new ExecutionContextHost([], SecretController, secret);
      const plain = new ExecutionContextHost([{}, {}], SecretController, secret);
      for (const call of [message, empty, plain]) {
        const verdict = this.guard.canActivate(call);
        given.push(verdict instanceof Promise ? await outcomeOf(verdict) : String(verdict));
      }
      return true;
    }
  }

  @Controller()
  class AskedController {
    @Get()
    @UseGuards(Composed)
    get() {
      return {};
    }

    @Get('public')
    @Public()
    @UseGuards(Composed)
    open() {
      return {};
    }

    @Get('curious')
    @UseGuards(Curious)
    curious() {
      return {};
    }

    @Get('confused')
    @UseGuards(Confused)
    confused() {
      return {};
    }

    @Get('judged')
    @UseGuards(ClerkAuthGuard, ClerkAuthGuard)
    @Authorize(countedPolicy)
    @UseGuards(ClerkAuthGuard, Composed)
    judged() {
      return {};
    }
  }

  describe.each(PLATFORMS)('on %s, the guard', (platform) => {
    let running: RunningApp;
    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot({ publishableKey, jwtKey })],
        controllers: [AskedController, SecretController],
        providers: [ClerkAuthGuard],
      });
    });
    beforeEach(() => {
      given.length = 0;
      returned.length = 0;
      judged = 0;
    });
    afterAll(() => running.app.close());

    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${running.origin}${path}`, { headers });

    it('returns true, and no promise of it, where all is at hand', async () => {
      const headers = bearer(clerk.mintSessionToken('ada'));
      expect((await ask('/', headers)).status).toBe(200);
      expect((await ask('/public')).status).toBe(200);
      expect(given).toEqual(['true', 'true', 'true', 'true']);
    });

    it.each([
      ['nobody', {}],
      ['garbage', bearer('garbage')],
      ['an expired token', bearer(clerk.mint({ user: 'ada', expiresInSeconds: -600 }))],
    ])('refuses by a rejection, never by a throw: %s', async (_who, headers) => {
      expect((await ask('/', headers)).status).toBe(200);
      const rejection = 'rejection: ClerkUnauthorizedException';
      expect(given).toEqual([rejection, rejection]);
      // Judged once: it is the same refusal.
      expect(returned[1]).toBe(returned[0]);
    });

    it('refuses by a rejection what is no call by HTTP, or has no request', async () => {
      expect((await ask('/confused')).status).toBe(200);
      const rejection = 'rejection: ClerkConfigurationError';
      expect(given).toEqual([rejection, rejection, rejection]);
    });

    it('judges one handler by no verdict on another, however they take turns', async () => {
      await ask('/curious', bearer(clerk.mintSessionToken('ada')));
      const rejection = 'rejection: ClerkForbiddenException';
      expect(given).toEqual(['true', rejection, 'true', rejection]);
    });

    it('judges a call once, however often it stands before it, and the next call again', async () => {
      const headers = bearer(clerk.mintSessionToken('ada'));
      expect((await ask('/judged', headers)).status).toBe(200);
      expect([judged, given]).toEqual([1, ['promise of true', 'promise of true']]);
      await ask('/judged', headers);
      expect(judged).toBe(2);
    });
  });
});

describe('the middleware of a server', () => {
  const { publishableKey, jwtKey, secretKey } = clerk;

  const serve = serversForTests();

  // Of keys that can't be had it would tell.
  beforeAll(() => Logger.overrideLogger(false));

  const AT_HAND: ClerkOptions = { publishableKey, jwtKey };
  // Nobody listens there, so keys have to be waited for, in vain.
  const FAR: ClerkOptions = { publishableKey, secretKey, apiUrl: 'http://127.0.0.1:9' };

  /** Says whether `next` had been called when the middleware returned, and with an error or without. */
  async function serverOf(options: ClerkOptions | (() => Promise<ClerkOptions>)) {
    const authenticate = clerkMiddleware(options);
    const { origin } = await serve((request: IncomingMessage, response: ServerResponse) => {
      let when = 'later';
      let returned: unknown = 'nothing yet';
      const finish = () => response.end(`${when}, ${String(returned)}`);
      returned = authenticate(request, response, (error) => {
        if (returned === 'nothing yet') when = 'at once';
        if (error) when += ' with an error';
        setImmediate(finish);
      });
    });
    return async (headers: Record<string, string> = {}, path = '/') => {
      const response = await fetch(`${origin}${path}`, { headers });
      return response.text();
    };
  }

  it.each<[request: string, headers: () => Record<string, string>]>([
    ['with a new token', () => bearer(clerk.mintSessionToken('ada'))],
    ['with none', () => ({})],
    ['with something else', () => bearer('garbage')],
    ['with a forged token', () => bearer(`${clerk.mintSessionToken('ada').slice(0, -4)}AAAA`)],
  ])(
    'lets a request on before it returns, where the key is at hand: %s',
    async (_case, headers) => {
      const ask = await serverOf(AT_HAND);
      const sent = headers();
      expect(await ask(sent)).toBe('at once, undefined');
      expect(await ask(sent)).toBe('at once, undefined');
    },
  );

  it('tells of a broken request before it returns, and throws nothing', async () => {
    const ask = await serverOf(AT_HAND);
    expect(await ask({}, '//[')).toBe('at once with an error, undefined');
  });

  it('returns a promise where it has to wait for a key', async () => {
    const ask = await serverOf(FAR);
    const token = clerk.mintSessionToken('ada');
    expect(await ask(bearer(token))).toBe('later, [object Promise]');
    expect(await ask()).toBe('at once, undefined');
  });

  it('returns a promise where it has to wait for options, and passes on why there are none', async () => {
    const ask = await serverOf(() => Promise.reject(new Error('no options')));
    expect(await ask()).toBe('later with an error, [object Promise]');
  });

  it('passes on at once what a function for the options throws at once', async () => {
    const { origin } = await serve((request, response) => {
      const authenticate = clerkMiddleware({
        publishableKey,
        jwtKey,
        domain: () => {
          throw new Error('no domain');
        },
        isSatellite: true,
        signInUrl: 'https://primary.example/sign-in',
      });
      void authenticate(request, response, (error) => response.end(String(error)));
    });
    expect(await (await fetch(origin)).text()).toBe('Error: no domain');
  });
});

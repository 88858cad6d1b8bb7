import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Inject,
  UseGuards,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Authorize, ClerkAuthGuard, ClerkModule, Public, RequirePermission } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer } from '../support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';

const clerk = new LocalInstance();
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

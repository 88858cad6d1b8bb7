import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Req,
} from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import {
  ClerkConfigurationError,
  ClerkModule,
  type RequestAuth,
  type WithAuth,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { ask } from './requests.js';
import { NO_YES, UNREADABLE } from './unreadable-demands.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

/** `auth.protect` as JavaScript calls it. */
type Untyped = (...args: unknown[]) => unknown;

/** What the next request is to do, and whether it got past. */
const scene: { args: unknown[]; passed: boolean; thrown: unknown } = {
  args: [],
  passed: false,
  thrown: undefined,
};

@Controller()
class SceneController {
  @Get()
  async act(@Req() { auth }: WithAuth<object>) {
    // Nobody waits for it, as in code that forgets to.
    void untyped(auth)(...scene.args);
    scene.passed = true;
    await Promise.resolve();
    return 'the secret';
  }

  @Get('awaited')
  async awaited(@Req() { auth }: WithAuth<object>) {
    await untyped(auth)(...scene.args);
    scene.passed = true;
    return 'the secret';
  }
}

function untyped({ protect }: RequestAuth): Untyped {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what untyped callers see
  return protect as Untyped;
}

/** Shows what was thrown; Nest answers it as ever. */
@Catch()
class Witness extends BaseExceptionFilter implements ExceptionFilter {
  override catch(thrown: unknown, host: ArgumentsHost) {
    scene.thrown = thrown;
    // oxlint-disable-next-line promise/valid-params -- a filter's, not a promise's
    super.catch(thrown, host);
  }
}

describe.each(PLATFORMS)('the arguments of auth.protect() on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const imports = [ClerkModule.forRoot({ publishableKey, jwtKey, enableHandshake: false })];
    running = await startApp(
      platform,
      { imports, controllers: [SceneController] },
      {
        configure: (app) => app.useGlobalFilters(new Witness(app.get(HttpAdapterHost).httpAdapter)),
      },
    );
  });

  beforeEach(() => {
    Object.assign(scene, { passed: false, thrown: undefined });
  });

  afterAll(() => running.app.close());

  async function act(args: unknown[], path = '/', user: string | undefined = 'ada') {
    scene.args = args;
    const token = user && instance.mintSessionToken(user);
    const response = await ask(`${running.origin}${path}`, {}, token);
    return { status: response.status, passed: scene.passed, secret: await response.text() };
  }

  it.each(UNREADABLE)('refuses %s', async (_what, args, named) => {
    for (const path of ['/', '/awaited']) {
      const { status, passed, secret } = await act(args, path);
      expect([status, passed, secret.includes('secret')]).toEqual([500, false, false]);
      expect(scene.thrown).toBeInstanceOf(ClerkConfigurationError);
      expect(String(scene.thrown)).toMatch(named);
    }
  });

  it.each(UNREADABLE)(
    'refuses %s of a visitor too, before any other answer',
    async (_what, args) => {
      expect(await act(args, '/', '')).toMatchObject({ status: 500, passed: false });
    },
  );

  it.each(NO_YES)('lets nobody on by a function that %s', async (_what, allows) => {
    for (const path of ['/', '/awaited']) {
      expect(await act([allows], path)).toMatchObject({ status: 404, passed: false });
    }
  });

  it('passes on what a function throws', async () => {
    const failing = () => {
      throw new Error('Not to be shown.');
    };
    const { status, passed, secret } = await act([failing]);
    expect([status, passed, secret.includes('shown')]).toEqual([500, false, false]);
  });

  it.each([
    [[]],
    [[undefined]],
    [[null]],
    [[{}]],
    [[{}, {}]],
    [[undefined, undefined]],
    [[{ role: 'org:admin' }, undefined]],
    [[{ unauthorizedUrl: undefined, unauthenticatedUrl: '', token: undefined }]],
    [[{ reverification: { level: 'first_factor', afterMinutes: 10 } }]],
    [[{ token: ['session_token'] }]],
    [[{ token: 'session_token' }, { token: 'api_key' }]],
  ])('understands %j', async (args) => {
    expect(await act(args)).toMatchObject({ status: 200, passed: true });
    expect(await act(args, '/awaited')).toMatchObject({ status: 200, passed: true });
  });

  it.each(['/', '/awaited'])('needs no await: nobody gets past at %s', async (path) => {
    expect(await act([], path, '')).toMatchObject({ status: 404, passed: false });
    expect(await act([{ role: 'org:admin' }], path, 'grace')).toMatchObject({
      status: 404,
      passed: false,
    });
    expect(await act([{ role: 'org:admin' }], path)).toMatchObject({ status: 200, passed: true });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { answerOf, letOn } from './answers.js';
import { places } from './places.js';
import { ask, PAGE } from './requests.js';
import { TokenFormsController } from './token-forms.js';

describe.each(PLATFORMS)('auth.protect() while Clerk is out of reach on %s', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;
  let tokens: Record<'session' | 'key' | 'm2m' | 'oauth', string>;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    const options = { ...clerk.options, acceptsToken: 'any' } as const;
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(options)],
      controllers: [...places.controllers, TokenFormsController],
      providers: places.providers,
    });
    tokens = {
      session: clerk.mintSessionToken('ada'),
      key: clerk.createApiKey({ subject: 'ada' }).token,
      m2m: clerk.createM2mToken({ subject: 'worker' }).token,
      oauth: clerk.createOAuthAccessToken({ subject: 'ada' }).token,
    };
    await clerk.stop();
  });

  afterAll(() => running.app.close());

  const answered = async (path: string, token?: string, asking = {}) =>
    answerOf(await ask(running.origin + path, asking, token));

  const unavailable = {
    status: 503,
    location: null,
    cacheControl: null,
    challenge: null,
    body: {
      statusCode: 503,
      error: 'Service Unavailable',
      message: expect.stringMatching(/^Authentication is not available right now\./),
      reason: expect.stringMatching(/./),
    },
  };

  it.each([
    ['/request/nothing', 'session'],
    ['/request/role', 'session'],
    ['/request/function-of-nobody', 'session'],
    ['/request/welcome', 'session'],
    ['/guard/both-after', 'session'],
    ['/alone/api-key', 'key'],
    ['/alone/m2m', 'm2m'],
    ['/alone/oauth', 'oauth'],
    ['/alone/any', 'key'],
    ['/alone/both', 'session'],
    ['/urls/api-key', 'key'],
    ['/urls/both', 'key'],
  ] as const)('answers 503 at %s to a %s: neither on, nor away, nor 401', async (path, kind) => {
    expect(await answered(path, tokens[kind])).toEqual(unavailable);
    expect(await answered(path, tokens[kind], PAGE)).toEqual(unavailable);
  });

  it.each([
    ['/request/nothing', undefined, 404],
    ['/request/welcome', undefined, 302],
    ['/alone/api-key', undefined, 401],
    ['/alone/api-key', 'session', 401],
    ['/alone/m2m', 'key', 401],
    ['/alone/machines', 'session', 401],
  ] as const)('says at %s with %s what it knows without Clerk: %i', async (path, kind, status) => {
    expect((await answered(path, kind && tokens[kind])).status).toBe(status);
  });

  it('goes on letting in whom it can verify', async () => {
    const offline = await startApp(platform, {
      imports: [ClerkModule.forRoot({ ...clerk.options, jwtKey: clerk.jwtKey })],
      ...places,
    });
    try {
      const answer = await answerOf(
        await ask(`${offline.origin}/request/role`, {}, tokens.session),
      );
      expect(answer).toEqual(letOn({ userId: clerk.users.ada.id }));
    } finally {
      await offline.app.close();
    }
  });
});

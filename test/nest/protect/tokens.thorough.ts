import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { type Answer, answerOf, hidden, letOn, sent, sentAsNotAllowed } from './answers.js';
import {
  ALL_BEARERS,
  BAD_PROGRAMS,
  type Bearer,
  BEARERS,
  GOOD_PROGRAMS,
  identityOf,
} from './bearers.js';
import { ask, PAGE } from './requests.js';
import { type Kind, TokenFormsController } from './token-forms.js';

/** Who is let on by each choice of kinds, and who gets 401; everybody else is asked to sign in. */
const TABLE: readonly [Kind, on: readonly Bearer[], refused: readonly Bearer[]][] = [
  ['session', ['session'], []],
  ['sessions', ['session'], []],
  ['api-key', ['api key'], ALL_BEARERS],
  ['list-of-one', ['api key'], ALL_BEARERS],
  ['m2m', ['m2m', 'm2m JWT'], ALL_BEARERS],
  ['oauth', ['oauth', 'oauth JWT'], ALL_BEARERS],
  ['machines', GOOD_PROGRAMS, ALL_BEARERS],
  ['both', ['session', 'api key'], [...GOOD_PROGRAMS, ...BAD_PROGRAMS]],
  ['any', ['session', ...GOOD_PROGRAMS], BAD_PROGRAMS],
];

describe.each(PLATFORMS)('auth.protect({ token }) on %s', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    const options = { ...clerk.options, acceptsToken: 'any', enableHandshake: false } as const;
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(options)],
      controllers: [TokenFormsController],
    });
  });

  afterAll(async () => {
    await running.app.close();
    await clerk.stop();
  });

  const answered = async (path: string, bearer: Bearer, asking = {}) =>
    answerOf(await ask(running.origin + path, asking, BEARERS[bearer](clerk)));

  const toSignIn = (path: string) =>
    sent(`${clerk.origin}/sign-in?redirect_url=${encodeURIComponent(running.origin + path)}`);

  /** A 401 that says why, and that says to who has brought a token that it is bad. */
  const refused = (bearer: Bearer): Answer => ({
    status: 401,
    location: null,
    cacheControl: null,
    challenge: `Bearer realm="clerk"${bearer === 'nobody' ? '' : ', error="invalid_token"'}`,
    body: {
      statusCode: 401,
      error: 'Unauthorized',
      message: 'Authentication is required.',
      reason: expect.stringMatching(/./),
    },
  });

  describe.each(TABLE)('of %s', (kind, on, programs) => {
    const path = `/alone/${kind}`;

    function expected(bearer: Bearer): { call: Answer; page: Answer } {
      const same = (answer: Answer) => ({ call: answer, page: answer });
      if (on.includes(bearer)) return same(letOn(identityOf(bearer, clerk)));
      if (programs.includes(bearer)) return same(refused(bearer));
      return { call: hidden('GET', path), page: toSignIn(path) };
    }

    it.each(ALL_BEARERS)('answers a call and a page that bring: %s', async (bearer) => {
      const call = await answered(path, bearer);
      const page = await answered(path, bearer, PAGE);
      expect({ call, page }).toEqual(expected(bearer));
    });
  });

  it('sends no program to an address, and everybody else to the one for them', async () => {
    expect(await answered('/urls/api-key', 'nobody')).toEqual(refused('nobody'));
    expect(await answered('/urls/api-key', 'revoked api key')).toEqual(refused('revoked api key'));
    expect(await answered('/urls/both', 'nobody')).toEqual(sent('/welcome'));
    expect(await answered('/urls/both', 'oauth')).toEqual(refused('oauth'));
  });

  it.each([
    ['api-key', 'api key'],
    ['m2m', 'm2m'],
    ['any', 'oauth JWT'],
    ['both', 'api key'],
  ] as const)('of %s lets no program on where a role is demanded: %s', async (kind, bearer) => {
    // Nothing is wrong with the token, so there is no reason to give.
    const body = { statusCode: 401, error: 'Unauthorized', message: 'Authentication is required.' };
    expect(await answered(`/admin/${kind}`, bearer)).toEqual({ ...refused(bearer), body });
  });

  it.each(['session', 'both', 'any'])('of %s judges sessions by the role', async (kind) => {
    expect((await answered(`/admin/${kind}`, 'session')).status).toBe(200);
    const grace = clerk.mintSessionToken('grace');
    const answer = await answerOf(await ask(`${running.origin}/admin/${kind}`, {}, grace));
    expect(answer).toEqual(sentAsNotAllowed('/no-admin'));
  });

  it('asks a function about programs too, whose kind has to be taken all the same', async () => {
    expect(await answered('/function/m2m', 'm2m')).toEqual(letOn(identityOf('m2m', clerk)));
    expect(await answered('/function/m2m', 'session')).toEqual(refused('session'));
    expect((await answered('/function/session', 'm2m')).status).toBe(404);
  });
});

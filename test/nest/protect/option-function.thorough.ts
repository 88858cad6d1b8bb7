import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpException, ImATeapotException } from '@nestjs/common';
import {
  ClerkForbiddenException,
  createRouteMatcher,
  type ProtectFunction,
  type ProtectRule,
} from 'clerk-nestjs';
import { PLATFORMS, type RunningApp } from '../support/platforms.js';
import { answerOf, hidden, sent } from './answers.js';
import { ask, PAGE } from './requests.js';
import { instance, SECRET, startSite } from './site.js';

/** The function of the moment; the application calls whichever it is. */
const scene: { rule: (...args: Parameters<ProtectFunction>) => unknown; calls: number } = {
  rule: () => undefined,
  calls: 0,
};

/** As JavaScript gives it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- some of the functions are wrong on purpose
const current = ((auth, request) => {
  scene.calls += 1;
  return scene.rule(auth, request);
}) as ProtectRule;

const isAdmin = createRouteMatcher('/api/admin(.*)');
const PATH = '/api/admin';

describe.each(PLATFORMS)('forRoot({ protect: a function }) on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await startSite(platform, current);
  });

  beforeEach(() => {
    scene.calls = 0;
  });

  afterAll(() => running.app.close());

  async function answered(rule: typeof scene.rule, user?: string, asking = {}, path = PATH) {
    scene.rule = rule;
    const token = user && instance.mintSessionToken(user);
    return answerOf(await ask(`${running.origin}${path}`, asking, token));
  }

  const url = () => encodeURIComponent(`${running.origin}${PATH}`);

  it.each<[string, ProtectFunction]>([
    ['calls', (auth) => void auth.protect({ role: 'org:admin' })],
    ['returns', (auth) => auth.protect({ role: 'org:admin' })],
    // As code for the vendor's helper does, whose promise it is.
    ['awaits', async (auth) => void (await Promise.resolve(auth.protect({ role: 'org:admin' })))],
    ['is async and forgets to await', async (auth) => void auth.protect({ role: 'org:admin' })],
    [
      'waits first',
      async (auth) => {
        await new Promise((resolve) => setImmediate(resolve));
        auth.protect({ role: 'org:admin' });
      },
    ],
    ['calls the auth first', (auth) => void auth().protect({ role: 'org:admin' })],
    [
      'chooses by the route',
      (auth, request) => {
        if (isAdmin(request)) auth.protect((has) => has({ role: 'org:admin' }));
      },
    ],
  ])('judges by auth.protect(): %s', async (_what, rule) => {
    expect(await answered(rule)).toEqual(hidden('GET', PATH));
    expect(await answered(rule, 'grace')).toEqual(hidden('GET', PATH));
    expect(await answered(rule, undefined, PAGE)).toEqual(
      sent(`https://local-clerk-1.accounts.dev/sign-in?redirect_url=${url()}`),
    );
    expect(await answered(rule, 'ada')).toMatchObject({ status: 200, body: SECRET });
  });

  it.each<[string, typeof scene.rule]>([
    ['false', () => false],
    ['null', () => null],
    ['a promise of false', async () => false],
    ['a promise of null', async () => null],
    ['whether somebody is signed in', (auth) => auth.isAuthenticated],
  ])('takes %s for a refusal', async (_what, rule) => {
    for (const path of [PATH, '/files/report.txt', '/other/secret', '/nowhere']) {
      const { status, challenge } = await answered(rule, undefined, {}, path);
      expect([path, status, challenge]).toEqual([path, 401, 'Bearer realm="clerk"']);
    }
    expect((await answered(rule, undefined, PAGE)).status).toBe(302);
  });

  it.each<[string, typeof scene.rule]>([
    ['nothing', () => undefined],
    ['a promise of nothing', async () => undefined],
    ['true', () => true],
    ['the auth object', (auth) => auth()],
  ])('takes %s for a yes', async (_what, rule) => {
    expect((await answered(rule)).body).toBe(SECRET);
  });

  it.each([
    ['an exception of Nest', new ImATeapotException('Not today.'), 418],
    ['an exception of its own', new HttpException({ why: 'closed' }, 451), 451],
    ['one of ours', new ClerkForbiddenException(), 403],
  ])('answers with what is thrown: %s', async (_what, exception, status) => {
    for (const path of [PATH, '/files/report.txt', '/other/secret']) {
      for (const rule of [
        () => {
          throw exception;
        },
        () => Promise.reject(exception),
      ]) {
        const response = exception.getResponse();
        const body = typeof response === 'string' ? expect.anything() : response;
        expect(await answered(rule, 'ada', {}, path)).toMatchObject({ status, body });
      }
    }
  });

  it('lets nobody on where it fails, and shows nothing of why', async () => {
    const failing = () => {
      throw new Error('Not to be shown.');
    };
    for (const rule of [failing, async () => failing()]) {
      const { status, body } = await answered(rule, 'ada');
      expect([status, body]).toEqual([500, { statusCode: 500, message: 'Internal server error' }]);
    }
  });

  it('redirects as it says', async () => {
    const answer = await answered((auth) => auth.redirectToSignUp({ returnBackUrl: null }));
    expect(answer).toEqual(sent('https://local-clerk-1.accounts.dev/sign-up'));
  });

  it('is asked once for a request that a handler answers, and gets what Node has', async () => {
    const urls: unknown[] = [];
    await answered((_auth, { url: target, method }) => void urls.push([method, target]));
    expect(urls).toEqual([['GET', PATH]]);
    expect(scene.calls).toBe(1);
  });
});

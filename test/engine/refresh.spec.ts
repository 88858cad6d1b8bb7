import { describe, expect, test } from '@jest/globals';
import type { BackendAnswer } from '../../src/engine/evidence/backend.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import {
  answeredWith,
  APP,
  browserRequest,
  type BrowserParts,
  EXPIRED,
  headersOf,
  RecordingBackend,
  sessionCookies,
} from './support/browser.js';
import { instanceOf, local, NOW, NOW_IN_SECONDS, outcomeOf, verdict } from './support/engine.js';

const REFRESH = `__refresh_${instanceOf('development').cookieSuffix}`;
const EXPIRED_BECAUSE = 'session-token-expired-refresh';
const FRESH = local.mintSessionToken('ada');
const SID = local.signIn('ada').id;
const neighbour = new LocalInstance({ number: 2, now: () => NOW });

const OLD = { iat: NOW_IN_SECONDS - 120, exp: NOW_IN_SECONDS - 60 };
const old = (claims: object) => local.mint({ user: 'ada', claims: { ...OLD, ...claims } });

function expiredBrowser(browser: BrowserParts = {}): BrowserParts {
  return {
    ...browser,
    cookies: { ...sessionCookies(EXPIRED), [REFRESH]: 'r_1', ...browser.cookies },
  };
}

function refreshing(backend: RecordingBackend, browser: BrowserParts = {}) {
  return outcomeOf(browserRequest(expiredBrowser(browser)), { type: 'development', backend });
}

const refused = (code: string): BackendAnswer => ({ ok: false, status: 401, code, message: 'No.' });

describe('an expired session with a refresh token', () => {
  test.each(['document', 'empty'])('is renewed on the spot, for a %s', async (destination) => {
    const directives = [`__session=${FRESH}; Path=/`, '__client_uat=1; Path=/'];
    const backend = new RecordingBackend(answeredWith(...directives));
    expect(await refreshing(backend, { destination })).toMatchObject({
      status: 'signed-in',
      token: { text: FRESH },
      headers: directives.map((directive) => ['Set-Cookie', directive]),
    });
  });

  test('is refreshed by the session in it, once, with all that Clerk wants to know', async () => {
    const backend = new RecordingBackend(answeredWith(`__session=${FRESH}`));
    await refreshing(backend, { target: '/a?b=1', headers: { 'user-agent': 'Test' } });
    expect(backend.refreshes).toEqual([
      {
        sessionId: SID,
        expiredToken: EXPIRED,
        refreshToken: 'r_1',
        origin: APP,
        headers: {
          host: ['localhost:3000'],
          'sec-fetch-dest': ['document'],
          cookie: [expect.stringContaining(`${REFRESH}=r_1`)],
          'user-agent': ['Test'],
        },
        suffixedCookies: false,
      },
    ]);
  });

  test('is refreshed for the origin and the cookie names that its browser knows', async () => {
    const suffix = instanceOf('development').cookieSuffix;
    const backend = new RecordingBackend(answeredWith(`__session=${FRESH}`));
    const cookies = {
      __session: undefined,
      __client_uat: undefined,
      [`__session_${suffix}`]: EXPIRED,
      [`__client_uat_${suffix}`]: '1',
      [`__clerk_db_jwt_${suffix}`]: 'dvb_1',
    };
    const headers = { 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    await refreshing(backend, { cookies, headers });
    expect(backend.refreshes).toMatchObject([
      { origin: 'https://app.example', suffixedCookies: true },
    ]);
  });

  test('is refreshed for a token of the Authorization header too', async () => {
    const backend = new RecordingBackend(answeredWith(`__session=${FRESH}`));
    const headers = { authorization: `Bearer ${EXPIRED}` };
    const cookies = { [REFRESH]: 'r_1' };
    const surroundings = { type: 'development', backend } as const;
    const outcome = await outcomeOf(browserRequest({ headers, cookies }), surroundings);
    expect(outcome).toMatchObject({ status: 'signed-in', token: { text: FRESH } });
    expect(backend.refreshes).toMatchObject([{ expiredToken: EXPIRED }]);
  });
});

type Row = [why: string, answer: BackendAnswer, browser: BrowserParts];

const held = (cookies: BrowserParts['cookies']): BrowserParts => ({ cookies });

const NOT_REFRESHED: Row[] = [
  ['non-eligible-no-refresh-cookie', answeredWith(), held({ [REFRESH]: undefined })],
  [
    'non-eligible-no-refresh-cookie',
    answeredWith(),
    held({ [REFRESH]: undefined, __refresh: 'r_1' }),
  ],
  ['invalid-session-token', answeredWith('__client_uat=1'), {}],
  ['invalid-session-token', answeredWith('__session=; Max-Age=0'), {}],
  ['invalid-session-token', answeredWith('__session=x'), {}],
  ['invalid-session-token', answeredWith(`__session=${EXPIRED}`), {}],
  ['invalid-session-token', answeredWith(`__session=${neighbour.mintSessionToken('ada')}`), {}],
  ['missing-api-client', refused('missing-api-client'), {}],
  [
    'expired-session-token-decode-failed',
    answeredWith(),
    { cookies: { __session: 'x' }, headers: { authorization: `Bearer ${EXPIRED}` } },
  ],
  [
    'expired-session-token-missing-sid-claim',
    answeredWith(),
    held({ __session: old({ sid: undefined }) }),
  ],
  [
    'expired-session-token-missing-sid-claim',
    answeredWith(),
    held({ __session: old({ sid: '' }) }),
  ],
  ['expired-session-token-missing-sid-claim', answeredWith(), held({ __session: old({ sid: 5 }) })],
  ['fetch-error', refused('fetch-error'), {}],
  ['unexpected-sdk-error', answeredWith(), {}],
  ['unexpected-bapi-error', refused('unexpected-bapi-error'), {}],
  ['refresh_token_invalid', refused('refresh_token_invalid'), {}],
];

describe('why an expired session was not refreshed is part of the reason', () => {
  test.each(NOT_REFRESHED)('%s (%j)', async (why, answer, browser) => {
    const reason = `${EXPIRED_BECAUSE}-${why}`;
    const page = await refreshing(new RecordingBackend(answer), browser);
    expect(page).toMatchObject({ status: 'handshake', reason });
    expect(headersOf(page, 'Location').join()).toContain(`__clerk_hs_reason=${reason}&`);
    const backend = new RecordingBackend(answer);
    const fetched = await refreshing(backend, { ...browser, destination: 'empty' });
    expect(fetched).toMatchObject({ status: 'signed-out', reason, headers: [] });
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])(
    'non-eligible-non-get: a %s request, whose answer may not come twice',
    async (method) => {
      const backend = new RecordingBackend(answeredWith(`__session=${FRESH}`));
      for (const cookies of [{}, { [REFRESH]: undefined }]) {
        // oxlint-disable-next-line no-await-in-loop
        const outcome = await refreshing(backend, { method, cookies });
        expect(verdict(outcome)).toBe(`${EXPIRED_BECAUSE}-non-eligible-non-get`);
      }
      expect(backend.refreshes).toEqual([]);
    },
  );

  test('Clerk is not asked about a token that says nothing about its session', async () => {
    const backend = new RecordingBackend(answeredWith(`__session=${FRESH}`));
    await refreshing(backend, { cookies: { __session: old({ sid: undefined }) } });
    expect(backend.refreshes).toEqual([]);
  });

  test('a session that is good is not refreshed', async () => {
    const backend = new RecordingBackend(answeredWith());
    const outcome = await refreshing(backend, { cookies: { __session: FRESH } });
    expect(outcome).toMatchObject({ token: { text: FRESH }, headers: [] });
    expect(backend.refreshes).toEqual([]);
  });
});

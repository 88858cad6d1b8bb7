import { describe, expect, test } from '@jest/globals';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { instanceOf, local, NOW_IN_SECONDS, outcomeOf, verdict } from './support/engine.js';
import { cookieHeader } from './support/request-source.js';

/** What a browser holds and asks. */
interface Browser {
  readonly method?: string;
  readonly target?: string;
  readonly session?: string;
  readonly uat?: string;
  readonly devBrowser?: string;
  readonly refresh?: string;
}

async function answerTo(browser: Browser, type: InstanceType): Promise<string> {
  const { session, uat, devBrowser, refresh, method, target } = browser;
  const cookie = cookieHeader({
    __session: session,
    __client_uat: uat,
    __clerk_db_jwt: devBrowser,
    [`__refresh_${instanceOf(type).cookieSuffix}`]: refresh,
  });
  return verdict(await outcomeOf({ method, target, headers: { cookie } }, { type }));
}

function minted(claims: Record<string, unknown>, header?: Record<string, unknown>): string {
  return local.mint({ user: 'ada', claims, header });
}

const SESSION = local.mintSessionToken('ada');
const FOREIGN = minted({ azp: 'https://evil.example', sub: undefined });
const EXPIRED = minted({ iat: NOW_IN_SECONDS - 120, exp: NOW_IN_SECONDS - 60 });
const TEMPLATE_TOKEN = minted({}, { cat: 'cl_B7d4PD222AAA' });
const ISSUED = `${NOW_IN_SECONDS}`;
const LATER = `${NOW_IN_SECONDS + 1}`;
const EXPIRED_BECAUSE = 'session-token-expired-refresh';

type Row = [name: string, browser: Browser, answer: string];

/** What holds on both types of instance, once a development browser is known. */
const STATES: Row[] = [
  ['nothing: a visitor', {}, 'session-token-and-uat-missing'],
  ['a client that is signed out: a visitor', { uat: '0' }, 'session-token-and-uat-missing'],
  ['a client that can’t be read: a visitor', { uat: 'x' }, 'session-token-and-uat-missing'],
  [
    'a session without a client, which somebody may have planted, is refused',
    { session: SESSION },
    'session-token-but-no-client-uat',
  ],
  [
    'a session whose client signed out is refused, though its token still lives',
    { session: SESSION, uat: '0' },
    'session-token-but-no-client-uat',
  ],
  ['a malformed session without a client', { session: 'x' }, 'session-token-but-no-client-uat'],
  ['an active client without a session', { uat: ISSUED }, 'client-uat-but-no-session-token'],
  ['a session and its client: signed in', { session: SESSION, uat: ISSUED }, 'signed-in'],
  [
    'a session younger than its client’s last change: signed in',
    { session: SESSION, uat: '1' },
    'signed-in',
  ],
  [
    'a session from before its client last changed (another user’s, say) is refused',
    { session: SESSION, uat: LATER },
    'session-token-iat-before-client-uat',
  ],
  [
    'a session that does not say when it was issued is as good as its client',
    { session: minted({ iat: undefined }), uat: LATER },
    'signed-in',
  ],
  ['a malformed session', { session: 'x', uat: ISSUED }, 'token-invalid'],
  [
    'a token of a wrong kind is refused',
    { session: TEMPLATE_TOKEN, uat: ISSUED },
    'token-type-mismatch',
  ],
  [
    'a token of a wrong kind is refused as such even if it is outdated, and Clerk is not asked',
    { session: TEMPLATE_TOKEN, uat: LATER },
    'token-type-mismatch',
  ],
  [
    'a token that is outdated and expired is outdated',
    { session: EXPIRED, uat: LATER },
    'session-token-iat-before-client-uat',
  ],
  [
    'a token that breaks a rule is refused by that rule',
    { session: FOREIGN, uat: ISSUED },
    'token-verification-failed',
  ],
  [
    'an expired session without a refresh token',
    { session: EXPIRED, uat: '1' },
    `${EXPIRED_BECAUSE}-non-eligible-no-refresh-cookie`,
  ],
  [
    'an expired session with a refresh token',
    { session: EXPIRED, uat: '1', refresh: 'r' },
    `${EXPIRED_BECAUSE}-missing-api-client`,
  ],
  [
    'an expired session of a POST request',
    { session: EXPIRED, uat: '1', method: 'POST' },
    `${EXPIRED_BECAUSE}-non-eligible-non-get`,
  ],
  [
    'an expired session of a POST request with a refresh token',
    { session: EXPIRED, uat: '1', method: 'POST', refresh: 'r' },
    `${EXPIRED_BECAUSE}-non-eligible-non-get`,
  ],
  [
    'an expired session of a HEAD request',
    { session: EXPIRED, uat: '1', method: 'HEAD', refresh: 'r' },
    `${EXPIRED_BECAUSE}-non-eligible-non-get`,
  ],
  [
    'a session that is not yet valid',
    { session: minted({ nbf: NOW_IN_SECONDS + 60 }), uat: '1' },
    'session-token-nbf',
  ],
  [
    'a session from the future',
    { session: minted({ iat: NOW_IN_SECONDS + 60 }), uat: '1' },
    'session-token-iat-in-the-future',
  ],
];

describe('cookies on a production instance', () => {
  test.each(STATES)('%s', async (_name, browser, answer) => {
    expect(await answerTo(browser, 'production')).toBe(answer);
  });

  test('a development browser’s token means nothing, in a cookie and in the URL', async () => {
    const browser = { session: SESSION, uat: ISSUED };
    expect(await answerTo({ ...browser, devBrowser: 'dvb_1' }, 'production')).toBe('signed-in');
    expect(await answerTo({ ...browser, target: '/?__clerk_db_jwt=dvb_1' }, 'production')).toBe(
      'signed-in',
    );
  });
});

describe('cookies on a development instance', () => {
  test.each(STATES)('with its browser’s token: %s', async (_name, browser, answer) => {
    expect(await answerTo({ ...browser, devBrowser: 'dvb_1' }, 'development')).toBe(answer);
  });

  test.each(STATES)('without its browser’s token nothing counts: %s', async (_name, browser) => {
    expect(await answerTo(browser, 'development')).toBe('dev-browser-missing');
  });

  test.each<[name: string, browser: Browser]>([
    ['a browser that comes back from Clerk brings its token in the URL', {}],
    ['even one that has a token', { devBrowser: 'dvb_1' }],
    ['even one that is signed in', { session: SESSION, uat: ISSUED, devBrowser: 'dvb_1' }],
  ])('%s', async (_name, browser) => {
    const returning = { ...browser, target: '/articles?__clerk_db_jwt=dvb_2' };
    expect(await answerTo(returning, 'development')).toBe('dev-browser-sync');
    const empty = { ...browser, target: '/articles?__clerk_db_jwt=' };
    expect(await answerTo(empty, 'development')).toBe('dev-browser-sync');
  });
});

describe('what an outcome holds', () => {
  test('signed in: the verified token and no headers', async () => {
    const cookie = cookieHeader({ __session: SESSION, __client_uat: ISSUED });
    expect(await outcomeOf({ headers: { cookie } })).toMatchObject({
      status: 'signed-in',
      token: { text: SESSION, claims: { sub: local.users.ada.id } },
      headers: [],
    });
  });

  test('signed out: a reason, and a sentence only where there is more to say', async () => {
    expect(await outcomeOf({})).toEqual({
      status: 'signed-out',
      tokenType: 'session_token',
      reason: 'session-token-and-uat-missing',
      message: '',
      headers: [],
      unavailable: undefined,
    });
    const cookie = cookieHeader({ __session: EXPIRED, __client_uat: '1' });
    expect(await outcomeOf({ headers: { cookie } })).toMatchObject({
      status: 'signed-out',
      message: 'The token expired at 2026-11-21T11:59:00.000Z; it is 2026-11-21T12:00:00.000Z.',
    });
  });
});

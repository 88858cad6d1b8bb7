import { describe, expect, test } from '@jest/globals';
import {
  browserRequest,
  type BrowserParts,
  destinationOf,
  EXPIRED,
  sessionCookies,
} from './support/browser.js';
import { local, NOW_IN_SECONDS, outcomeOf } from './support/engine.js';

const SESSION = local.mintSessionToken('ada');

function ask(browser: BrowserParts) {
  return outcomeOf(browserRequest(browser), { type: 'development' });
}

type Row = [name: string, reason: string, browser: BrowserParts];

const REASONS: Row[] = [
  ['no browser’s token', 'dev-browser-missing', {}],
  ['a browser’s token in the URL', 'dev-browser-sync', { target: '/?__clerk_db_jwt=dvb_2' }],
  [
    'a session without a client',
    'session-token-but-no-client-uat',
    { cookies: { __session: SESSION, __clerk_db_jwt: 'dvb_1' } },
  ],
  [
    'a client without a session',
    'client-uat-but-no-session-token',
    { cookies: { __client_uat: '1', __clerk_db_jwt: 'dvb_1' } },
  ],
  [
    'an outdated session',
    'session-token-iat-before-client-uat',
    { cookies: { ...sessionCookies(SESSION), __client_uat: `${NOW_IN_SECONDS + 1}` } },
  ],
  [
    'an expired session',
    'session-token-expired-refresh-non-eligible-no-refresh-cookie',
    { cookies: sessionCookies(EXPIRED) },
  ],
  [
    'a session that is not yet valid',
    'session-token-nbf',
    { cookies: sessionCookies(local.mintSessionToken('ada', { nbf: NOW_IN_SECONDS + 60 })) },
  ],
  [
    'a session from the future',
    'session-token-iat-in-the-future',
    { cookies: sessionCookies(local.mintSessionToken('ada', { iat: NOW_IN_SECONDS + 60 })) },
  ],
];

describe('a handshake’s reason', () => {
  test.each(REASONS)('%s: %s', async (_name, reason, browser) => {
    const outcome = await ask(browser);
    expect(outcome).toMatchObject({ status: 'handshake', reason });
    expect(destinationOf(outcome).searchParams.get('__clerk_hs_reason')).toBe(reason);
  });

  test.each(REASONS)(
    'a fetch is told the same, and stays where it is: %s: %s',
    async (_, reason, browser) => {
      const outcome = await ask({ ...browser, destination: 'empty' });
      expect(outcome).toMatchObject({ status: 'signed-out', reason, headers: [] });
    },
  );

  test.each([
    ['malformed', 'x', 'token-invalid'],
    [
      'of a JWT template',
      local.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } }),
      'token-type-mismatch',
    ],
    [
      'without a user',
      local.mintSessionToken('ada', { sub: undefined }),
      'token-verification-failed',
    ],
  ])('a session that is %s is none that Clerk could renew', async (_name, session, reason) => {
    expect(await ask({ cookies: sessionCookies(session) })).toMatchObject({
      status: 'signed-out',
      reason,
    });
  });
});

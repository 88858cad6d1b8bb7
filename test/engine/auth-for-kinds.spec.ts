import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import type { Authentication } from '../../src/engine/authentication.js';
import type { AcceptedTokens, TokenType } from '../../src/engine/token-type.js';
import { browserRequest, EXPIRED, sessionCookies } from './support/browser.js';
import { local, type Surroundings } from './support/engine.js';
import {
  authenticationOf,
  bearing,
  M2M_JWT,
  MachineApi,
  OAUTH_JWT,
  OPAQUE,
  run,
} from './support/machines.js';
import type { RequestParts } from './support/request-source.js';

const SESSION = local.mintSessionToken('ada');

async function authenticated(
  request: RequestParts,
  accepted: AcceptedTokens,
  surroundings: Surroundings = { backend: new MachineApi() },
): Promise<Authentication> {
  return authenticationOf(await run(request, accepted, surroundings));
}

describe('an auth object asked for a kind that nobody has verified', () => {
  test.each<[verified: AcceptedTokens, asked: AcceptedTokens, named: RegExp]>([
    ['session_token', 'api_key', /^Asked for api_key, .* authenticated for session_token only/],
    ['session_token', 'any', /^Asked for any, .* session_token only/],
    ['session_token', ['session_token', 'm2m_token'], /^Asked for session_token, m2m_token, but/],
    [['api_key', 'session_token'], 'oauth_token', /authenticated for api_key, session_token only/],
    ['api_key', 'session_token', /authenticated for api_key only/],
    [[], 'session_token', /authenticated for no kind of token only/],
  ])('is an error that says so: verified %j, asked %j', async (verified, asked, named) => {
    for (const request of [{}, bearing(OPAQUE.api_key), bearing(SESSION)]) {
      // oxlint-disable-next-line no-await-in-loop
      const authentication = await authenticated(request, verified);
      const ask = () => authentication.toAuth({ acceptsToken: asked });
      expect(ask).toThrow(ClerkConfigurationError);
      expect(ask).toThrow(named);
      expect(ask).toThrow(/@AcceptsToken\(\).*acceptsToken.*ClerkModule\.forRoot\(\)/);
    }
  });
});

describe('an auth object asked for fewer kinds than were verified', () => {
  const backend = new MachineApi();
  const rows: [name: string, request: RequestParts, asked: AcceptedTokens, expected: object][] = [
    ['an API key, as one', bearing(OPAQUE.api_key), 'api_key', { isAuthenticated: true }],
    [
      'an API key, among two',
      bearing(OPAQUE.api_key),
      ['api_key', 'm2m_token'],
      { isAuthenticated: true },
    ],
    [
      'an API key, as a session',
      bearing(OPAQUE.api_key),
      'session_token',
      { isAuthenticated: false, tokenType: 'session_token' },
    ],
    [
      'an API key, as a machine',
      bearing(OPAQUE.api_key),
      'm2m_token',
      { isAuthenticated: false, tokenType: 'm2m_token' },
    ],
    [
      'an API key, as others',
      bearing(OPAQUE.api_key),
      ['m2m_token', 'session_token'],
      { isAuthenticated: false, tokenType: null },
    ],
    [
      'an API key, as nothing',
      bearing(OPAQUE.api_key),
      [],
      { isAuthenticated: false, tokenType: null },
    ],
    ['a session, as one', bearing(SESSION), 'session_token', { userId: local.users.ada.id }],
    [
      'a session by cookie, as one',
      browserRequest({ cookies: sessionCookies(SESSION) }),
      ['session_token'],
      { userId: local.users.ada.id },
    ],
    [
      'a session by cookie, as an API key',
      browserRequest({ cookies: sessionCookies(SESSION) }),
      'api_key',
      { isAuthenticated: false, tokenType: 'api_key' },
    ],
    [
      'nobody, as a session',
      {},
      'session_token',
      { isAuthenticated: false, tokenType: 'session_token' },
    ],
    ['nobody, as an API key', {}, 'api_key', { isAuthenticated: false, tokenType: 'api_key' }],
  ];

  test.each(rows)('is of those only: %s', async (_name, request, asked, expected) => {
    for (const verified of ['any', ['session_token', 'api_key', 'm2m_token']] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const authentication = await authenticated(request, verified, { backend });
      const calls = backend.asked.length;
      expect(authentication.toAuth({ acceptsToken: asked })).toMatchObject(expected);
      expect(backend.asked).toHaveLength(calls);
      expect(authentication.acceptsToken).toEqual(verified);
    }
  });

  test('is the one of always where the same kinds are asked for, or the one that it is signed in by', async () => {
    const authentication = await authenticated(bearing(SESSION), ['session_token', 'api_key']);
    const auth = authentication.toAuth();
    expect(authentication.toAuth({ acceptsToken: ['session_token', 'api_key'] })).toBe(auth);
    expect(authentication.toAuth({ acceptsToken: 'session_token' })).toBe(auth);
    expect(authentication.toAuth({ acceptsToken: 'api_key' })).not.toBe(auth);
  });

  test('leaves a pending session out there too, unless told otherwise', async () => {
    const request = bearing(local.mintSessionToken('ada', { sts: 'pending' }));
    const authentication = await authenticated(request, 'any');
    const acceptsToken = 'session_token';
    expect(authentication.toAuth({ acceptsToken }).isAuthenticated).toBe(false);
    const lenient = authentication.toAuth({ acceptsToken, treatPendingAsSignedOut: false });
    expect(lenient.isAuthenticated).toBe(true);
  });
});

describe('what a log shows of an authentication', () => {
  test.each<[name: string, token: string, accepted: TokenType | 'any']>([
    ['an API key', OPAQUE.api_key, 'any'],
    ['an M2M JWT', M2M_JWT, 'any'],
    ['an OAuth JWT', OAUTH_JWT, 'any'],
    ['a refused OAuth JWT', `${OAUTH_JWT}x`, 'any'],
    ['an API key of a kind that is not taken', OPAQUE.api_key, 'm2m_token'],
    ['a token that looks like a JWT', 'ak_secret.b.c', 'any'],
    ['a session', SESSION, 'any'],
    ['an expired session', EXPIRED, 'any'],
  ])('holds no token: %s', async (_name, token, accepted) => {
    const authentication = await authenticated(bearing(token), accepted);
    const auth = authentication.toAuth();
    const shown = [
      JSON.stringify(authentication),
      JSON.stringify({ authentication }),
      inspect(authentication, { depth: 9, showHidden: true }),
      JSON.stringify(auth.debug()),
      JSON.stringify(auth),
      inspect(auth, { depth: 9 }),
    ].join('\n');
    for (const part of token.split('.')) if (part.length > 1) expect(shown).not.toContain(part);
    expect(Object.keys(authentication.toJSON()).toSorted()).toEqual([
      'message',
      'reason',
      'status',
    ]);
    expect(auth.debug()).toEqual(authentication.toJSON());
  });
});

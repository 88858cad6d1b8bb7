import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AcceptsToken } from 'clerk-nestjs';
import type { LocalClerk } from 'clerk-nestjs/testing';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, browserOf, PAGE, tokenOf } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller()
class Routes {
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}
  @Get('programs') @AcceptsToken('api_key', 'm2m_token', 'oauth_token') programs() {}
  @Get('several') @AcceptsToken('session_token', 'api_key') several() {}
}

/** Who is refused, what they send, and the reason that they are given. */
const REFUSED: readonly (readonly [string, string, (clerk: LocalClerk) => string, string])[] = [
  ['an unknown API key', '/api-key', () => 'ak_unknown', 'token-invalid'],
  ['an unknown M2M token', '/m2m', () => 'mt_unknown', 'token-invalid'],
  ['an unknown OAuth token', '/oauth', () => 'oat_unknown', 'token-invalid'],
  ['an API key that has expired', '/api-key', expired('api key'), 'token-invalid'],
  ['an M2M token that has expired', '/m2m', expired('m2m'), 'token-invalid'],
  ['an OAuth token that has expired', '/oauth', expired('oauth'), 'token-invalid'],
  ['an M2M JWT that has expired', '/m2m', expired('m2m JWT'), 'token-verification-failed'],
  ['an OAuth JWT that has expired', '/oauth', expired('oauth JWT'), 'token-verification-failed'],
  ['a revoked API key', '/api-key', revoked('api key'), 'token-invalid'],
  ['a revoked M2M token', '/m2m', revoked('m2m'), 'token-invalid'],
  ['a revoked OAuth token', '/oauth', revoked('oauth'), 'token-invalid'],
  ['a token of another kind', '/api-key', good('m2m'), 'token-type-mismatch'],
  ['a session’s token', '/api-key', good('session'), 'token-type-mismatch'],
  ['a JWT of another kind', '/m2m', good('oauth JWT'), 'token-type-mismatch'],
  ['what is no token at all', '/oauth', () => 'nonsense', 'token-type-mismatch'],
  ['a session’s token, by several kinds', '/programs', good('session'), 'token-type-mismatch'],
  ['another kind, by a list', '/several', good('oauth'), 'token-type-mismatch'],
];

type Program = Exclude<Parameters<typeof tokenOf>[0], 'session'>;

function good(caller: Parameters<typeof tokenOf>[0]) {
  return (clerk: LocalClerk) => tokenOf(caller, clerk);
}

function expired(kind: Program) {
  const times = { secondsUntilExpiration: -60 };
  return (clerk: LocalClerk) => {
    const tokenFormat = kind.endsWith('JWT') ? 'jwt' : 'opaque';
    if (kind === 'api key') return clerk.createApiKey({ subject: 'ada', ...times }).token;
    return kind.startsWith('m2m')
      ? clerk.createM2mToken({ subject: 'worker', tokenFormat, ...times }).token
      : clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat, ...times }).token;
  };
}

function revoked(kind: 'api key' | 'm2m' | 'oauth') {
  return (clerk: LocalClerk) => {
    if (kind === 'api key') {
      const { id, token } = clerk.createApiKey({ subject: 'ada' });
      clerk.revokeApiKey(id);
      return token;
    }
    if (kind === 'm2m') {
      const { id, token } = clerk.createM2mToken({ subject: 'worker' });
      clerk.revokeM2mToken(id);
      return token;
    }
    const { id, token } = clerk.createOAuthAccessToken({ subject: 'ada' });
    clerk.revokeOAuthAccessToken(id);
    return token;
  };
}

describe.each(PLATFORMS)('a route for programs, on %s,', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [Routes]);

  it.each(REFUSED)('answers %s at %s with 401 and its reason', async (_who, path, of, reason) => {
    const token = of(recorded.clerk);
    const { status, headers, body, text } = await app.ask(path, bearer(token));
    expect([status, body]).toEqual([
      401,
      { statusCode: 401, error: 'Unauthorized', message: 'Authentication is required.', reason },
    ]);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="clerk", error="invalid_token"');
    expect(headers.get('x-clerk-auth-status')).toBe('signed-out');
    expect(headers.get('x-clerk-auth-reason')).toBe(reason);
    expect(text + JSON.stringify([...headers])).not.toContain(token);
  });

  it('tells a request without a token no error, only that one is needed', async () => {
    const { status, headers, body } = await app.ask('/api-key');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="clerk"']);
    expect(body).toMatchObject({ reason: 'No token in header' });
    expect(headers.get('x-clerk-auth-reason')).toBe('No token in header');
  });

  it.each(['bearer', 'Basic', 'Token'])('takes no token after the scheme %s', async (scheme) => {
    const token = tokenOf('api key', recorded.clerk);
    const { status, calls } = await app.ask('/api-key', { authorization: `${scheme} ${token}` });
    expect([status, calls]).toEqual([401, []]);
  });

  it('takes a token without a scheme, as the vendor’s does', async () => {
    const token = tokenOf('api key', recorded.clerk);
    expect((await app.ask('/api-key', { authorization: token })).status).toBe(200);
  });

  it.each(['/api-key', '/m2m', '/oauth', '/programs'])(
    'never sends a page request for %s to sign in, where that would not help',
    async (path) => {
      const cookies = browserOf(recorded.clerk);
      for (const sent of [bearer('ak_unknown'), cookies, { ...cookies, ...bearer('nonsense') }]) {
        const { status, headers } = await app.ask(path, { ...PAGE, ...sent });
        expect([status, headers.get('location')]).toEqual([401, null]);
        expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="clerk"/);
      }
    },
  );

  it('sends a page request to sign in where sessions are taken too', async () => {
    const { clerk } = recorded;
    const { status, headers } = await app.ask('/several', { ...PAGE, ...bearer('ak_unknown') });
    expect(status).toBe(302);
    expect(headers.get('location')).toMatch(`${clerk.origin}/sign-in?redirect_url=`);
  });
});

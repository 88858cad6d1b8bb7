import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Req, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  ClerkAuthenticator,
  ClerkAuthGuard,
  getAuth,
  Public,
  RequireScopes,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, tokenOf } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Injectable()
class OwnGuard extends ClerkAuthGuard {}

@Controller()
class Routes {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get('open') @Public() open(@Auth() _auth: unknown) {}
  @Get('unguarded') unguarded() {}
  @Get('session') @UseGuards(ClerkAuthGuard) session() {}
  @Get('session-only') @AcceptsToken('session_token') sessionOnly() {}
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}

  @Get('asked-often')
  @AcceptsToken('session_token', 'api_key')
  @RequireScopes('articles:read')
  @RequireScopes('articles:write')
  @UseGuards(ClerkAuthGuard, OwnGuard, OwnGuard)
  async askedOften(
    @Req() request: object,
    @Auth() _auth: unknown,
    @Auth('subject') subject: unknown,
    @Auth({ acceptsToken: 'api_key' }) _key: unknown,
  ) {
    getAuth(request, { acceptsToken: 'api_key' });
    getAuth(request, { acceptsToken: ['api_key', 'session_token'] });
    for (const kinds of ['api_key', ['api_key'], ['api_key', 'm2m_token'], 'any'] as const) {
      await this.authenticator.authenticate(request, kinds);
      await this.authenticator.requestState(request, kinds);
    }
    return { subject };
  }

  @Get('at-once')
  @Public()
  async atOnce(@Req() request: object) {
    const kinds = ['any', 'api_key', ['api_key'], ['api_key', 'm2m_token']] as const;
    const found = kinds.map((kind) => this.authenticator.requestState(request, kind));
    return (await Promise.all(found)).map(({ tokenType }) => tokenType);
  }
}

const VERIFY = {
  'api key': ['POST /api_keys/verify'],
  m2m: ['POST /m2m_tokens/verify'],
  oauth: ['POST /oauth_applications/access_tokens/verify'],
};
const OPAQUE = ['api key', 'm2m', 'oauth'] as const;
const JWTS = ['session', 'm2m JWT', 'oauth JWT'] as const;

describe.each(PLATFORMS)('the Backend API, on %s,', (platform) => {
  const recorded = recordedClerkForTests();
  // What is asked once shall be so without a cache, too.
  const app = tokenAppForTests(platform, recorded, [Routes], { machineTokenCache: false });

  it.each(['/open', '/unguarded', '/session', '/session-only', '/nowhere'])(
    'is never asked about a program’s token sent to %s: a flood of them costs nothing',
    async (path) => {
      for (const caller of OPAQUE) expect((await app.as(caller, path)).calls).toEqual([]);
      expect((await app.ask(path, bearer('ak_made_up'))).calls).toEqual([]);
    },
  );

  it.each([
    ['api key', '/api-key'],
    ['m2m', '/m2m'],
    ['oauth', '/oauth'],
  ] as const)(
    'is asked once about an %s where it is taken, and nowhere else',
    async (own, path) => {
      for (const caller of OPAQUE) {
        const { status, calls } = await app.as(caller, path);
        expect([status, calls]).toEqual(caller === own ? [200, VERIFY[own]] : [401, []]);
      }
    },
  );

  it('is not asked about JWTs, whose signature says it all', async () => {
    for (const path of ['/api-key', '/m2m', '/oauth', '/session']) {
      for (const caller of JWTS) expect((await app.as(caller, path)).calls).toEqual([]);
    }
  });

  it('is not asked about what starts like an opaque token and is put together like a JWT', async () => {
    const { status, calls } = await app.ask('/m2m', bearer('mt_e30.e30.AA'));
    expect([status, calls]).toEqual([401, []]);
  });

  it('is asked once for a request, however many guards, decorators and functions ask', async () => {
    const scopes = ['articles:read', 'articles:write'];
    const { token } = recorded.clerk.createApiKey({ subject: 'ada', scopes });
    const { status, body, calls } = await app.ask('/asked-often', bearer(token));
    expect([status, body]).toEqual([200, { subject: recorded.clerk.users.ada.id }]);
    expect(calls).toEqual(VERIFY['api key']);
  });

  it('is asked once for a request, though several ask at once', async () => {
    const { body, calls } = await app.as('api key', '/at-once');
    expect(body).toEqual(['api_key', 'api_key', 'api_key', 'api_key']);
    expect(calls).toEqual(VERIFY['api key']);
  });

  it('is asked once about a refused token too', async () => {
    const { status, calls } = await app.ask('/asked-often', bearer('ak_unknown'));
    expect([status, calls]).toEqual([401, VERIFY['api key']]);
  });

  it('is asked anew by every request where nothing is kept, so that what was revoked counts at once', async () => {
    const { id, token } = recorded.clerk.createApiKey({ subject: 'ada' });
    expect((await app.ask('/api-key', bearer(token))).status).toBe(200);
    recorded.clerk.revokeApiKey(id);
    const { status, calls } = await app.ask('/api-key', bearer(token));
    expect([status, calls]).toEqual([401, VERIFY['api key']]);
  });

  it('hears of the token in the body of the call, never in its URL', async () => {
    const token = tokenOf('api key', recorded.clerk);
    await app.ask('/api-key', bearer(token));
    const { url, body, headers } = recorded.requests.at(-1) ?? {};
    expect(JSON.parse(body ?? '')).toEqual({ secret: token });
    expect(`${url} ${JSON.stringify(headers)}`).not.toContain(token);
  });
});

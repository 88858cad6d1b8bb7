import { describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  type AcceptedTokens,
  Auth,
  type AuthObject,
  ClerkAuthGuard,
  Public,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { CALLERS, PAGE, bearer } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller()
class Routes {
  @Get('inherited') @UseGuards(ClerkAuthGuard) inherited() {}
  @Get('session') @AcceptsToken('session_token') session() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('any') @AcceptsToken('any') any() {}
  @Get('unguarded') unguarded() {}
  @Get('open') @Public() open(@Auth() auth: AuthObject) {
    return { tokenType: auth.tokenType, isAuthenticated: auth.isAuthenticated };
  }
}

const SESSION = [401, 200, 200, 401, 401, 401, 401, 401];
const API_KEY = [401, 401, 401, 200, 401, 401, 401, 401];
const M2M = [401, 401, 401, 401, 200, 200, 401, 401];
const OAUTH = [401, 401, 401, 401, 401, 401, 200, 200];
const EVERYBODY = [401, 200, 200, 200, 200, 200, 200, 200];

/** What the application takes, and the statuses of its own guard for each of the callers. */
const TABLE: readonly (readonly [string, AcceptedTokens | undefined, readonly number[]])[] = [
  ['nothing in particular', undefined, SESSION],
  ['session tokens', 'session_token', SESSION],
  ['API keys', 'api_key', API_KEY],
  ['a list of API keys only', ['api_key'], API_KEY],
  ['M2M tokens', 'm2m_token', M2M],
  ['OAuth tokens', 'oauth_token', OAUTH],
  ['M2M and OAuth tokens', ['m2m_token', 'oauth_token'], [401, 401, 401, 401, 200, 200, 200, 200]],
  ['sessions and API keys', ['session_token', 'api_key'], [401, 200, 200, 200, 401, 401, 401, 401]],
  ['any', 'any', EVERYBODY],
];

describe.each(PLATFORMS)('on %s, an application that takes', (platform) => {
  describe.each(TABLE)('%s', (_what, acceptsToken, expected) => {
    const recorded = recordedClerkForTests();
    const given = acceptsToken === undefined ? {} : { acceptsToken };
    const app = tokenAppForTests(platform, recorded, [Routes], given);
    const everywhere = tokenAppForTests(platform, recorded, [Routes], {
      ...given,
      globalGuard: true,
    });

    const statuses = async (path: string, asked = app) => {
      const answers = await Promise.all(CALLERS.map((caller) => asked.as(caller, path)));
      return answers.map(({ status }) => status);
    };

    it('lets exactly those in where a handler says nothing', async () => {
      expect(await statuses('/inherited')).toEqual(expected);
      expect(await statuses('/inherited', everywhere)).toEqual(expected);
      expect(await statuses('/unguarded', everywhere)).toEqual(expected);
    });

    it('lets those in that a handler takes, be it less or more', async () => {
      for (const asked of [app, everywhere]) {
        expect(await statuses('/session', asked)).toEqual(SESSION);
        expect(await statuses('/m2m', asked)).toEqual(M2M);
        expect(await statuses('/any', asked)).toEqual(EVERYBODY);
      }
    });

    it('tells public handlers who calls, of those that it takes', async () => {
      const answers = await Promise.all(CALLERS.map((caller) => everywhere.as(caller, '/open')));
      const isKnown = expected.map((status) => status === 200);
      expect(answers.map(({ body }) => body)).toEqual(
        isKnown.map((isAuthenticated) => expect.objectContaining({ isAuthenticated })),
      );
    });
  });
});

describe.each(PLATFORMS)('on %s, an application that takes API keys only', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [Routes], { acceptsToken: 'api_key' });

  it('never sends a browser anywhere: no handshake, no sign-in', async () => {
    const stale = { cookie: '__session=a.b.c; __client_uat=2' };
    const all: Record<string, string>[] = [{}, stale, bearer('ak_unknown')];
    for (const sent of all) {
      const { status, headers } = await app.ask('/inherited', { ...PAGE, ...sent });
      expect([status, headers.get('location')]).toEqual([401, null]);
    }
  });

  it('verifies them once for a request, by the middleware or by the guard', async () => {
    for (const path of ['/inherited', '/any', '/open', '/unguarded']) {
      expect((await app.as('api key', path)).calls).toEqual(['POST /api_keys/verify']);
    }
    expect((await app.as('m2m', '/inherited')).calls).toEqual([]);
    expect((await app.as('m2m', '/m2m')).calls).toEqual(['POST /m2m_tokens/verify']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, Public } from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { CALLERS } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller('plain')
class Plain {
  @Get('open') open() {}
  @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
  @Get('session') @AcceptsToken('session_token') session() {}
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}
  @Get('one-in-a-list') @AcceptsToken(['api_key']) oneInAList() {}
  @Get('several') @AcceptsToken('session_token', 'api_key') several() {}
  @Get('list') @AcceptsToken(['m2m_token', 'oauth_token']) list() {}
  @Get('any') @AcceptsToken('any') any() {}
}

@Controller('api-key-class')
@AcceptsToken('api_key')
class ApiKeyClass {
  @Get('plain') plain() {}
  @Get('nearest') @AcceptsToken('m2m_token') nearest() {}
  @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
  @Get('open') @Public() open() {}
}

@Controller('derived')
class Derived extends ApiKeyClass {
  @Get('own') own() {}
}

@Controller('derived-oauth')
@AcceptsToken('oauth_token')
class DerivedOauth extends ApiKeyClass {
  @Get('own') own() {}
  @Get('overridden') @AcceptsToken('session_token') override nearest() {}
}

@Controller('public-class')
@Public()
class PublicClass {
  @Get('plain') plain() {}
  @Get('closed') @AcceptsToken('api_key') closed() {}
}

const controllers = [Plain, ApiKeyClass, Derived, DerivedOauth, PublicClass];

const NONE = [401, 401, 401, 401, 401, 401, 401, 401];
const ALL = [200, 200, 200, 200, 200, 200, 200, 200];
const SESSION = [401, 200, 200, 401, 401, 401, 401, 401];
const API_KEY = [401, 401, 401, 200, 401, 401, 401, 401];
const M2M = [401, 401, 401, 401, 200, 200, 401, 401];
const OAUTH = [401, 401, 401, 401, 401, 401, 200, 200];
/** Whoever any of several lists lets in. */
const either = (...lists: readonly (readonly number[])[]) =>
  NONE.map((status, index) => (lists.some((list) => list[index] === 200) ? 200 : status));

/** Path, and the statuses for each of the callers. */
const TABLE: readonly (readonly [string, readonly number[]])[] = [
  ['/plain/guarded', SESSION],
  ['/plain/session', SESSION],
  ['/plain/api-key', API_KEY],
  ['/plain/m2m', M2M],
  ['/plain/oauth', OAUTH],
  ['/plain/one-in-a-list', API_KEY],
  ['/plain/several', either(SESSION, API_KEY)],
  ['/plain/list', either(M2M, OAUTH)],
  ['/plain/any', either(SESSION, API_KEY, M2M, OAUTH)],
  ['/api-key-class/plain', API_KEY],
  ['/api-key-class/nearest', M2M],
  ['/api-key-class/guarded', API_KEY],
  ['/api-key-class/open', ALL],
  ['/derived/plain', API_KEY],
  ['/derived/own', API_KEY],
  ['/derived/nearest', M2M],
  ['/derived-oauth/plain', OAUTH],
  ['/derived-oauth/own', OAUTH],
  ['/derived-oauth/overridden', SESSION],
  ['/public-class/plain', ALL],
  ['/public-class/closed', API_KEY],
];

describe.each(PLATFORMS)('@AcceptsToken() on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, controllers);
  const globallyGuarded = tokenAppForTests(platform, recorded, controllers, { globalGuard: true });

  it.each(TABLE)('lets exactly those into %s whose tokens it takes', async (path, expected) => {
    const answers = await Promise.all(CALLERS.map((caller) => app.as(caller, path)));
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('is not needed for a handler that nothing protects', async () => {
    const answers = await Promise.all(CALLERS.map((caller) => app.as(caller, '/plain/open')));
    expect(answers.map(({ status }) => status)).toEqual(ALL);
  });

  it.each([...TABLE, ['/plain/open', SESSION] as const])(
    'means the same for %s under globalGuard',
    async (path, expected) => {
      const answers = await Promise.all(CALLERS.map((caller) => globallyGuarded.as(caller, path)));
      expect(answers.map(({ status }) => status)).toEqual(expected);
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, Public } from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, browserOf } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller()
class Routes {
  @Get('session') @UseGuards(ClerkAuthGuard) session() {}
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('own') @AcceptsToken('api_key') @Header('x-own', 'kept') own() {}
  @Get('narrowed') @AcceptsToken('session_token') narrowed() {}
}

@Controller('class')
@AcceptsToken('m2m_token')
class Opened {
  @Get('open') @Public() open() {}
}

const controllers = [Routes, Opened];

describe.each(PLATFORMS)('the headers x-clerk-auth-* on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, controllers);
  const any = tokenAppForTests(platform, recorded, controllers, { acceptsToken: 'any' });

  const told = (headers: Headers) =>
    [...headers].filter(([name]) => name.startsWith('x-clerk-auth-'));
  const why = (reason: string, message?: string) => [
    ...(message === undefined ? [] : [['x-clerk-auth-message', message]]),
    ['x-clerk-auth-reason', reason],
    ['x-clerk-auth-status', 'signed-out'],
  ];
  const apiKey = () => bearer(recorded.clerk.createApiKey({ subject: 'ada' }).token);

  it('say nothing of a good API key where it is taken, though to the middleware it was no session', async () => {
    for (const path of ['/api-key', '/own']) {
      const { status, headers } = await app.ask(path, apiKey());
      expect([status, told(headers)]).toEqual([200, []]);
    }
  });

  it('say of the same API key that it is no session where only sessions are taken', async () => {
    const { status, headers } = await app.ask('/session', apiKey());
    const message = 'The token is not a JWT of three base64url parts.';
    expect([status, told(headers)]).toEqual([401, why('token-invalid', message)]);
  });

  it('say why a session is refused where only API keys are taken, though the middleware knew it', async () => {
    const { clerk } = recorded;
    const session = bearer(clerk.mintSessionToken('ada'));
    const byToken = await app.ask('/api-key', session);
    expect([byToken.status, told(byToken.headers)]).toEqual([401, why('token-type-mismatch')]);
    const byCookie = await app.ask('/api-key', browserOf(clerk));
    expect([byCookie.status, told(byCookie.headers)]).toEqual([401, why('No token in header')]);
  });

  it('say each thing once, in the words of the handler’s own decision', async () => {
    const { headers } = await app.ask('/api-key', bearer('ak_unknown'));
    expect(told(headers)).toEqual([
      ['x-clerk-auth-message', expect.any(String)],
      ...why('token-invalid'),
    ]);
    // What the middleware said: to it, this was no session token.
    expect(headers.get('x-clerk-auth-message')).not.toContain('three base64url parts');
    // What the Backend API answers to us is nobody's business.
    expect(headers.get('x-clerk-auth-message')).not.toMatch(/verify|404/);
  });

  it('say on a public handler what the request is to its class', async () => {
    const { status, headers } = await app.ask('/class/open', apiKey());
    expect([status, told(headers)]).toEqual([200, why('token-type-mismatch')]);
  });

  it('say it where a handler takes less than the application', async () => {
    const { status, headers, calls } = await any.ask('/narrowed', apiKey());
    const message = 'The token is not a JWT of three base64url parts.';
    expect([status, told(headers)]).toEqual([401, why('token-invalid', message)]);
    expect(calls).toEqual(['POST /api_keys/verify']);
  });

  it('leave all other headers alone', async () => {
    const { headers } = await app.ask('/own', apiKey());
    expect(headers.get('x-own')).toBe('kept');
  });
});

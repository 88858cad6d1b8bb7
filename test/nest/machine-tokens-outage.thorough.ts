import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  type AuthObject,
  ClerkModule,
  Public,
  RequireScopes,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  startBackendApiServer,
} from '../client/backend-api-server.js';
import { bearer, browserOf, PAGE, tokenOf } from './support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller()
class Routes {
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}
  @Get('any') @AcceptsToken('any') any() {}
  @Get('scopes') @AcceptsToken('api_key') @RequireScopes('a') scopes() {}
}

@Controller('class')
@AcceptsToken('api_key')
class Opened {
  @Get('open') @Public() open(@Auth() auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated };
  }
}

const OWN = { 'api key': '/api-key', m2m: '/m2m', oauth: '/oauth' } as const;
const OPAQUE = ['api key', 'm2m', 'oauth'] as const;
const controllers = [Routes, Opened];
/** Each request here is to depend on Clerk. */
const uncached = { machineTokenCache: false } as const;

describe.each(PLATFORMS)('with Clerk out of reach, on %s,', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;

  beforeEach(async () => {
    clerk = await LocalClerk.start();
    const imports = [ClerkModule.forRoot({ ...clerk.options, ...uncached })];
    running = await startApp(platform, { imports, controllers });
  });

  afterEach(async () => {
    await running.app.close();
    await clerk.stop();
  });

  const call = (path: string, token: string, headers: Record<string, string> = {}) =>
    fetch(`${running.origin}${path}`, {
      headers: { ...bearer(token), ...headers },
      redirect: 'manual',
    });

  it.each(OPAQUE)('an opaque token (%s) gets 503: never a pass, never 401', async (caller) => {
    const token = tokenOf(caller, clerk);
    expect((await call(OWN[caller], token)).status).toBe(200);
    await clerk.stop();
    for (const path of [OWN[caller], '/any']) {
      const response = await call(path, token);
      expect(response.status).toBe(503);
      expect(response.headers.get('www-authenticate')).toBeNull();
      expect(await response.json()).toMatchObject({
        statusCode: 503,
        message: expect.stringMatching(/^Authentication is not available right now\./),
      });
    }
  });

  it('a page request is not sent to sign in either', async () => {
    const token = tokenOf('api key', clerk);
    await clerk.stop();
    for (const path of ['/api-key', '/any']) {
      const response = await call(path, token, PAGE);
      expect([response.status, response.headers.get('location')]).toEqual([503, null]);
    }
  });

  it('nobody is told that a scope is missing, as nobody knows', async () => {
    const token = tokenOf('api key', clerk);
    await clerk.stop();
    expect((await call('/scopes', token)).status).toBe(503);
  });

  it('a public handler answers, as to nobody', async () => {
    const token = tokenOf('api key', clerk);
    await clerk.stop();
    const response = await call('/class/open', token);
    expect([response.status, await response.json()]).toEqual([200, { isAuthenticated: false }]);
  });

  it.each(['m2m JWT', 'oauth JWT'] as const)('a JWT (%s) needs the keys: 503', async (caller) => {
    const token = tokenOf(caller, clerk);
    await clerk.stop();
    expect((await call('/any', token)).status).toBe(503);
  });

  it.each(['m2m JWT', 'oauth JWT'] as const)(
    'a JWT (%s) passes where the keys are known already',
    async (caller) => {
      expect((await call('/any', tokenOf(caller, clerk))).status).toBe(200);
      await clerk.stop();
      expect((await call('/any', tokenOf(caller, clerk))).status).toBe(200);
    },
  );

  it('a session is no API key, be the keys out of reach: 401', async () => {
    const session = clerk.mintSessionToken('ada');
    const { cookie } = browserOf(clerk);
    await clerk.stop();
    expect((await call('/api-key', session)).status).toBe(401);
    const response = await fetch(`${running.origin}/api-key`, { headers: { cookie } });
    expect(response.status).toBe(401);
  });

  it('what can be told without Clerk is told: a wrong kind is 401', async () => {
    await clerk.stop();
    for (const token of ['mt_unknown', 'oat_unknown', 'nonsense']) {
      expect((await call('/api-key', token)).status).toBe(401);
    }
    expect((await call('/m2m', 'mt_e30.e30.AA')).status).toBe(401);
  });
});

describe.each(PLATFORMS)('when Clerk answers and says nothing of the token, on %s,', (platform) => {
  let clerk: LocalClerk;
  let api: BackendApiServer;
  let running: RunningApp;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    api = await startBackendApiServer();
    const imports = [ClerkModule.forRoot({ ...clerk.options, ...uncached, apiUrl: api.url })];
    running = await startApp(platform, { imports, controllers });
  });

  afterAll(async () => {
    await running.app.close();
    await api.close();
    await clerk.stop();
  });

  it.each<[string, BackendApiServer['answer']]>([
    ['breaks the connection', (res) => res.destroy()],
    ['fails', (res) => json(res, 500, {})],
    ['fails with an error of its own', (res) => json(res, 503, { errors: [{ code: 'down' }] })],
    ['has had enough of us', (res) => json(res, 429, { errors: [{ code: 'too_many_requests' }] })],
    ['refuses our key', (res) => json(res, 401, { errors: [{ code: 'clerk_key_invalid' }] })],
    ['refuses our key without a word', (res) => json(res, 401, {})],
    ['refuses us', (res) => json(res, 403, { errors: [{ code: 'forbidden' }] })],
    ['wants to be paid', (res) => json(res, 402, { errors: [{ code: 'plan' }] })],
    ['is somebody else', (res) => void res.writeHead(404).end('<html>')],
    ['redirects', (res) => void res.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['talks nonsense', (res) => void res.end('<html>')],
    ['says nothing', (res) => void res.end()],
  ])('when it %s: 503, and no key and no token in the answer', async (_case, answer) => {
    api.answer = answer;
    for (const caller of OPAQUE) {
      const token = tokenOf(caller, clerk);
      const response = await fetch(`${running.origin}${OWN[caller]}`, { headers: bearer(token) });
      const said = (await response.text()) + JSON.stringify([...response.headers]);
      expect([caller, response.status]).toEqual([caller, 503]);
      for (const secret of [token, clerk.secretKey, clerk.machineSecretKey]) {
        expect(said).not.toContain(secret);
      }
    }
  });

  it.each([
    ['revoked', { revoked: true }],
    ['expired', { expired: true }],
  ])('a token that it calls %s while it answers 200 gets 401', async (_case, standing) => {
    const answer = { id: 'ak_1', subject: clerk.users.ada.id, scopes: [], ...standing };
    api.answer = (res) => json(res, 200, answer);
    const response = await fetch(`${running.origin}/any`, { headers: bearer('ak_1') });
    expect(response.status).toBe(401);
  });

  it.each([
    ['nobody', {}],
    ['an empty subject', { id: 'ak_1', subject: '' }],
    ['a subject that is no text', { id: 'ak_1', subject: { id: 'user_1' } }],
  ])('a token that it calls good and says is of %s lets nobody in', async (_case, answer) => {
    api.answer = (res) => json(res, 200, answer);
    const response = await fetch(`${running.origin}/any`, { headers: bearer('ak_1') });
    expect(response.status).toBe(503);
  });
});

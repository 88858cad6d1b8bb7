import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Req } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  type AuthenticatedMachineObject,
  getAuth,
  type WithAuth,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller('api-key')
@AcceptsToken('api_key')
class ApiKeys {
  @Get('auth')
  async auth(@Auth() auth: AuthenticatedMachineObject<'api_key'>) {
    return { ...auth, isOwnToken: (await auth.getToken()).startsWith('ak_'), debug: auth.debug() };
  }

  @Get('fields')
  fields(@Auth('userId') userId: unknown, @Auth('orgId') orgId: unknown, @Auth('id') id: unknown) {
    return { userId, orgId, id };
  }

  @Get('request')
  request(@Req() request: WithAuth<object>) {
    const { auth } = request;
    const asJson: unknown = JSON.parse(JSON.stringify(auth));
    return { name: auth.name, called: auth().tokenType, field: auth.tokenType, asJson };
  }

  @Get('no-session')
  noSession(@Req() request: object) {
    const { userId, tokenType, isAuthenticated } = getAuth(request);
    return { userId, tokenType, isAuthenticated };
  }
}

@Controller('m2m')
@AcceptsToken('m2m_token')
class Machines {
  @Get('machine-id')
  machineId(@Auth('machineId') machineId: string) {
    return { machineId };
  }

  @Get('auth')
  auth(@Auth() auth: AuthenticatedMachineObject<'m2m_token'>) {
    return auth;
  }
}

@Controller('oauth')
@AcceptsToken('oauth_token')
class Oauth {
  @Get('auth')
  auth(@Auth({ acceptsToken: 'oauth_token' }) auth: AuthenticatedMachineObject<'oauth_token'>) {
    return auth;
  }
}

describe.each(PLATFORMS)('a handler on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [ApiKeys, Machines, Oauth]);
  const ada = () => recorded.clerk.users.ada.id;

  it('gets the auth object of an API key, with its maker’s claims and scopes', async () => {
    const request = { subject: 'ada', name: 'CI', scopes: ['a', 'b'], claims: { tier: 'gold' } };
    const { id, token } = recorded.clerk.createApiKey(request);
    const { body, text } = await app.ask('/api-key/auth', bearer(token));
    expect(body).toEqual({
      id,
      tokenType: 'api_key',
      subject: ada(),
      userId: ada(),
      orgId: null,
      name: 'CI',
      scopes: ['a', 'b'],
      claims: { tier: 'gold' },
      isAuthenticated: true,
      isOwnToken: true,
      debug: { status: 'signed-in', reason: null, message: null },
    });
    expect(text).not.toContain(token);
  });

  it('gets single fields of it: an organization’s key is no user’s', async () => {
    const { id, token } = recorded.clerk.createApiKey({ subject: 'acme' });
    const { body } = await app.ask('/api-key/fields', bearer(token));
    expect(body).toEqual({ userId: null, orgId: expect.stringMatching(/^org_/), id });
  });

  it('finds it on req.auth, even the name, which functions have one of their own of', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada', name: 'CI' });
    const { body, text } = await app.ask('/api-key/request', bearer(token));
    expect(body).toMatchObject({
      name: 'CI',
      called: 'api_key',
      field: 'api_key',
      asJson: { tokenType: 'api_key', name: 'CI', userId: ada() },
    });
    expect(text).not.toContain(token);
  });

  it('is told by getAuth(req) that a program is no session', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
    const { body } = await app.ask('/api-key/no-session', bearer(token));
    expect(body).toEqual({ userId: null, tokenType: 'session_token', isAuthenticated: false });
  });

  it.each(['opaque', 'jwt'] as const)('gets the machine of an M2M token (%s)', async (format) => {
    const { clerk } = recorded;
    const { id, token } = clerk.createM2mToken({ subject: 'worker', tokenFormat: format });
    const { worker, api } = clerk.machines;
    expect((await app.ask('/m2m/machine-id', bearer(token))).body).toEqual({
      machineId: worker.id,
    });
    expect((await app.ask('/m2m/auth', bearer(token))).body).toMatchObject({
      id,
      tokenType: 'm2m_token',
      subject: worker.id,
      machineId: worker.id,
      scopes: [api.id],
      isAuthenticated: true,
    });
  });

  it.each(['opaque', 'jwt'] as const)('gets user and client of OAuth (%s)', async (tokenFormat) => {
    const request = { subject: 'ada', clientId: 'client_1', scopes: ['profile'], tokenFormat };
    const { id, token } = recorded.clerk.createOAuthAccessToken(request);
    expect((await app.ask('/oauth/auth', bearer(token))).body).toEqual({
      id,
      tokenType: 'oauth_token',
      subject: ada(),
      userId: ada(),
      clientId: 'client_1',
      scopes: ['profile'],
      isAuthenticated: true,
    });
  });
});

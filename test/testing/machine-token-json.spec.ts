import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ACCESS_TOKENS, API_KEYS, M2M_TOKENS, verify } from './machine-token-api.js';
import { REQUIRED_OAUTH_ACCESS_TOKEN } from './required-properties.js';

const NOW = Date.UTC(2026, 10, 3, 12, 0, 0, 700);
let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start({ instance: new LocalInstance({ now: () => NOW }) });
});
afterAll(() => clerk.stop());

describe('what a verified token says', () => {
  it('an API key: all that it was made with', async () => {
    const { createdBy, ...given } = {
      subject: 'acme',
      name: 'Deploys',
      description: 'For the build',
      scopes: ['articles:read'],
      claims: { tier: 'gold' },
      createdBy: clerk.users.ada.id,
    };
    const { token } = clerk.createApiKey({ ...given, createdBy });
    const { json } = await verify(clerk, API_KEYS, { secret: token });
    expect(json).toMatchObject({
      ...given,
      object: 'api_key',
      type: 'api_key',
      subject: clerk.users.ada.membership.organization.id,
      created_by: createdBy,
      expiration: null,
    });
  });

  it('an API key made with the least: nothing, of a user', async () => {
    const { token } = clerk.createApiKey({ subject: clerk.users.alan.id });
    const { json } = await verify(clerk, API_KEYS, { secret: token });
    expect(json).toMatchObject({
      subject: clerk.users.alan.id,
      name: 'Test key',
      description: null,
      scopes: [],
      claims: null,
      created_by: null,
    });
  });

  it('an M2M token: the machine, the machines it may call, and its claims', async () => {
    const { api, worker } = clerk.machines;
    const { token } = clerk.createM2mToken({ subject: 'worker', claims: { job: 7 } });
    const { json } = await verify(clerk, M2M_TOKENS, { token });
    expect(json).toMatchObject({
      object: 'machine_to_machine_token',
      subject: worker.id,
      scopes: [api.id],
      claims: { job: 7 },
      expiration: NOW + 3_600_000,
    });
    const plain = clerk.createM2mToken({ subject: 'worker' });
    expect(await verify(clerk, M2M_TOKENS, { token: plain.token })).toMatchObject({
      json: { claims: null },
    });
  });

  it('an OAuth access token: client, user, scopes, and an audience only if it has one', async () => {
    const { token } = clerk.createOAuthAccessToken({
      subject: 'ada',
      clientId: 'client_mine',
      scopes: ['profile'],
      aud: 'https://api.example',
    });
    expect(await verify(clerk, ACCESS_TOKENS, { secret: token })).toMatchObject({
      json: {
        object: 'clerk_idp_oauth_access_token',
        client_id: 'client_mine',
        subject: clerk.users.ada.id,
        scopes: ['profile'],
        aud: ['https://api.example'],
        expiration: NOW + 86_400_000,
      },
    });
    const plain = clerk.createOAuthAccessToken({ subject: 'ada' });
    const { json } = await verify(clerk, ACCESS_TOKENS, { access_token: plain.token });
    expect(json).not.toHaveProperty('aud');
    expect(json.scopes).toEqual([]);
  });
});

describe('an OAuth access token that is a JWT', () => {
  it('is verified like an opaque one, though nothing is kept of it', async () => {
    const given = { subject: 'ada', scopes: ['a', 'b'], aud: 'x', tokenFormat: 'jwt' } as const;
    const { id, token } = clerk.createOAuthAccessToken(given);
    const { status, json } = await verify(clerk, ACCESS_TOKENS, { access_token: token });
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...REQUIRED_OAUTH_ACCESS_TOKEN]));
    expect(json).toMatchObject({
      id,
      subject: clerk.users.ada.id,
      client_id: expect.stringMatching(/^client_/),
      scopes: ['a', 'b'],
      aud: ['x'],
      revoked: false,
      expired: false,
      expiration: (Math.floor(NOW / 1000) + 86_400) * 1000,
      created_at: Math.floor(NOW / 1000) * 1000,
    });
    const plain = clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' });
    const bare = await verify(clerk, ACCESS_TOKENS, { access_token: plain.token });
    expect(bare.json).toMatchObject({ scopes: [] });
    expect(bare.json).not.toHaveProperty('aud');
  });

  it.each([
    ['has expired', { secondsUntilExpiration: -1 }],
    ['expires this second', { secondsUntilExpiration: 0 }],
    ['never expires', { claims: { exp: undefined } }],
  ])('is only said to be inactive when it %s', async (_, given) => {
    const { token } = clerk.createOAuthAccessToken({
      subject: 'ada',
      tokenFormat: 'jwt',
      ...given,
    });
    expect(await verify(clerk, ACCESS_TOKENS, { access_token: token })).toEqual({
      status: 200,
      json: { active: false },
    });
  });
});

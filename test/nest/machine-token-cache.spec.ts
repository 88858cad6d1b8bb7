import { createClerkClient as createVendorClient } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkClient, ClerkModule, createClerkClient } from 'clerk-nestjs';
import { setTimeout as pass } from 'node:timers/promises';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer } from './support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller()
class Routes {
  @Get('api-key') @AcceptsToken('api_key') apiKey(@Auth('subject') subject: string) {
    return { subject };
  }
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}

  @Get('careless')
  @AcceptsToken('any')
  careless(@Auth() auth: { claims: { roles: string[] }; scopes: string[] }) {
    const before = structuredClone({ claims: auth.claims, scopes: auth.scopes });
    auth.claims.roles.push('admin');
    Object.assign(auth.claims, { isAdmin: true });
    auth.scopes.push('everything');
    return before;
  }
}

const OWN = { 'api key': '/api-key', m2m: '/m2m', oauth: '/oauth' } as const;

describe.each(PLATFORMS)('what Clerk says about an opaque token, on %s,', (platform) => {
  const recorded = recordedClerkForTests();
  let running: RunningApp;
  let clerk: ClerkClient;

  const start = (options: object = {}) => {
    const all = { ...recorded.clerk.options, apiUrl: recorded.apiUrl, ...options };
    return startApp(platform, { imports: [ClerkModule.forRoot(all)], controllers: [Routes] });
  };

  beforeAll(async () => {
    running = await start();
    clerk = running.app.get(ClerkClient);
  });
  afterAll(() => running.app.close());

  const ask = async (path: string, token: string, { origin } = running) =>
    fetch(`${origin}${path}`, { headers: bearer(token) });
  const statusOf = async (path: string, token: string, app = running) =>
    (await ask(path, token, app)).status;
  const verifications = () => recorded.asked().filter((call) => call.endsWith('/verify')).length;
  const newKey = () => recorded.clerk.createApiKey({ subject: 'ada' });

  const made = {
    'api key': () => newKey(),
    m2m: () => recorded.clerk.createM2mToken({ subject: 'worker' }),
    oauth: () => recorded.clerk.createOAuthAccessToken({ subject: 'ada' }),
  };

  it.each(['api key', 'm2m', 'oauth'] as const)('is asked once for many: %s', async (kind) => {
    const { token } = made[kind]();
    for (let time = 0; time < 3; time += 1) expect(await statusOf(OWN[kind], token)).toBe(200);
    expect(verifications()).toBe(1);
  });

  it('is asked once for many at the same time', async () => {
    const { token } = newKey();
    const all = await Promise.all(Array.from({ length: 50 }, () => statusOf('/api-key', token)));
    expect(new Set(all)).toEqual(new Set([200]));
    expect(verifications()).toBe(1);
  });

  it('costs a flood of one made-up key one question', async () => {
    for (let time = 0; time < 5; time += 1) expect(await statusOf('/api-key', 'ak_x')).toBe(401);
    expect(verifications()).toBe(1);
  });

  it('leaves a handler that changes claims and scopes alone with what it has done', async () => {
    const claims = { roles: ['reader'] };
    const { token } = recorded.clerk.createApiKey({ subject: 'ada', claims, scopes: ['read'] });
    for (let time = 0; time < 3; time += 1) {
      const seen = await (await ask('/careless', token)).json();
      expect(seen).toEqual({ claims, scopes: ['read'] });
    }
    expect(verifications()).toBe(1);
  });

  it.each([
    ['revoked', (id: string) => clerk.apiKeys.revoke({ apiKeyId: id })],
    ['deleted', (id: string) => clerk.apiKeys.delete(id)],
    ['revoked by a copy of it', (id: string) => clerk.with({}).apiKeys.revoke({ apiKeyId: id })],
    [
      'given no more time',
      (id: string) =>
        clerk.apiKeys.update({
          apiKeyId: id,
          subject: recorded.clerk.users.ada.id,
          secondsUntilExpiration: 0,
        }),
    ],
  ])('counts no more once a key is %s through the injected client', async (_how, end) => {
    const { id, token } = newKey();
    expect(await statusOf('/api-key', token)).toBe(200);
    await end(id);
    expect(await statusOf('/api-key', token)).toBe(401);
  });

  it('counts no more once an M2M token is revoked through the injected client', async () => {
    const { id, token } = made.m2m();
    expect(await statusOf('/m2m', token)).toBe(200);
    const { secretKey } = recorded.clerk;
    await clerk.m2m.revokeToken({ m2mTokenId: id, machineSecretKey: secretKey });
    expect(await statusOf('/m2m', token)).toBe(401);
  });

  it('counts no more once the user is deleted through the injected client', async () => {
    const user = await clerk.users.createUser({ emailAddress: ['gone@example.com'] });
    const { token } = recorded.clerk.createApiKey({ subject: user.id });
    const { token: oauth } = recorded.clerk.createOAuthAccessToken({ subject: user.id });
    expect([await statusOf('/api-key', token), await statusOf('/oauth', oauth)]).toEqual([
      200, 200,
    ]);
    await clerk.users.deleteUser(user.id);
    expect([await statusOf('/api-key', token), await statusOf('/oauth', oauth)]).toEqual([
      401, 401,
    ]);
  });

  it('outlives the revocation of another key', async () => {
    const [one, other] = [newKey(), newKey()];
    expect(await statusOf('/api-key', one.token)).toBe(200);
    await clerk.apiKeys.revoke({ apiKeyId: other.id });
    expect(await statusOf('/api-key', one.token)).toBe(200);
    expect(verifications()).toBe(1);
  });

  it('counts no longer than the key: an expired key is refused at its moment', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada', secondsUntilExpiration: 1 });
    expect(await statusOf('/api-key', token)).toBe(200);
    await pass(1_050);
    expect(await statusOf('/api-key', token)).toBe(401);
  });

  it('counts for the time that the option says, once a key is revoked elsewhere', async () => {
    const app = await start({ machineTokenCache: { ttlInMs: 400 } });
    const { id, token } = newKey();
    expect(await statusOf('/api-key', token, app)).toBe(200);
    recorded.clerk.revokeApiKey(id);
    expect(await statusOf('/api-key', token, app)).toBe(200);
    await pass(450);
    expect(await statusOf('/api-key', token, app)).toBe(401);
    await app.app.close();
  });

  it('is asked by each request with false', async () => {
    const app = await start({ machineTokenCache: false });
    const { id, token } = newKey();
    expect(await statusOf('/api-key', token, app)).toBe(200);
    recorded.clerk.revokeApiKey(id);
    expect(await statusOf('/api-key', token, app)).toBe(401);
    expect(verifications()).toBe(2);
    await app.app.close();
  });

  it('counts no more once a key is revoked through our client that is the option clerkClient', async () => {
    const { secretKey } = recorded.clerk;
    const own = createClerkClient({ secretKey, apiUrl: recorded.apiUrl });
    const app = await start({ clerkClient: own });
    const { id, token } = newKey();
    expect(await statusOf('/api-key', token, app)).toBe(200);
    await own.apiKeys.revoke({ apiKeyId: id });
    expect(await statusOf('/api-key', token, app)).toBe(401);
    await app.app.close();
  });

  it('is kept of the vendor’s client too, whose revocations nobody sees', async () => {
    const { secretKey } = recorded.clerk;
    const vendor = createVendorClient({
      secretKey,
      apiUrl: recorded.apiUrl,
      telemetry: { disabled: true },
    });
    const app = await start({ clerkClient: vendor, machineTokenCache: { ttlInMs: 400 } });
    const { id, token } = newKey();
    expect(await statusOf('/api-key', token, app)).toBe(200);
    await vendor.apiKeys.revoke({ apiKeyId: id });
    expect(await statusOf('/api-key', token, app)).toBe(200);
    await pass(450);
    expect(await statusOf('/api-key', token, app)).toBe(401);
    await app.app.close();
  });
});

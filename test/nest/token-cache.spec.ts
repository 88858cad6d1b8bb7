import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AcceptsToken, Auth, ClerkClient, ClerkModule, createClerkClient } from 'clerk-nestjs';
import type { ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer } from './support/callers.js';
import { PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import { SpoilingController, WatchedApp } from './support/watched-app.js';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { Controller, Get } from '@nestjs/common';
import { setTimeout as pass } from 'node:timers/promises';
import { recordedClerkForTests } from './options/recorded-clerk.js';

describe('the cache of session tokens', () => {
  const clerk = new LocalInstance();
  const neighbour = new LocalInstance({ number: 2 });

  const cookies = (token: string) => ({
    cookie: `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test`,
  });

  describe.each(PLATFORMS)('on %s', (platform) => {
    describe('an application', () => {
      let app: WatchedApp;
      beforeAll(async () => {
        app = await WatchedApp.start(platform, clerk);
      });
      beforeEach(() => {
        app.key.checks = 0;
      });
      afterAll(() => app.close());

      it.each([
        ['bearer', bearer],
        ['cookie', cookies],
      ])('checks the signature of a token once for many requests: %s', async (_way, headersOf) => {
        const headers = headersOf(clerk.mintSessionToken('ada'));
        const answers = [await app.ask('/', headers), await app.ask('/', headers)];
        const answer = { status: 200, text: JSON.stringify({ userId: clerk.users.ada.id }) };
        expect(answers).toEqual([answer, answer]);
        expect(app.key.checks).toBe(1);
      });

      it('checks each token for itself', async () => {
        const { ada, grace } = clerk.users;
        const sent = [ada, grace, ada].map(({ id }) => [id, clerk.mintSessionToken(id)] as const);
        for (const [userId, token] of [...sent, ...sent]) {
          const { text } = await app.ask('/', bearer(token));
          expect(JSON.parse(text)).toEqual({ userId });
        }
        expect(app.key.checks).toBe(new Set(sent.map(([, token]) => token)).size);
      });

      it('checks a forgery each time, and remembers none', async () => {
        const [header, , signature] = clerk.mintSessionToken('ada').split('.');
        const [, claims] = clerk.mintSessionToken('grace').split('.');
        const before = app.tokens.size;
        for (let time = 0; time < 2; time += 1) {
          const forged = bearer(`${header}.${claims}.${signature}`);
          expect((await app.ask('/', forged)).status).toBe(401);
        }
        expect([app.key.checks, app.tokens.size]).toEqual([2, before]);
      });

      it('lets no session that is known in where a machine is asked for, nor the other way', async () => {
        const session = bearer(clerk.mintSessionToken('ada'));
        const { token } = clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' });
        const statuses = async () => [
          (await app.ask('/', session)).status,
          (await app.ask('/machine', session)).status,
          (await app.ask('/', bearer(token))).status,
          (await app.ask('/machine', bearer(token))).status,
        ];
        expect(await statuses()).toEqual([200, 401, 401, 200]);
        expect(await statuses()).toEqual([200, 401, 401, 200]);
      });

      it('shows each request its claims as they were signed, whatever the last one did to them', async () => {
        const token = clerk.mintSessionToken('ada', {
          act: { sub: 'user_support' },
          metadata: { roles: ['reader'], deep: { deeper: [{ deepest: 1 }] } },
        });
        const seen: string[] = [];
        for (let time = 0; time < 3; time += 1)
          seen.push((await app.ask('/spoil', bearer(token))).text);
        expect(JSON.parse(seen[0] ?? '')).toMatchObject({
          userId: clerk.users.ada.id,
          actor: { sub: 'user_support' },
          sessionClaims: { metadata: { roles: ['reader'], deep: { deeper: [{ deepest: 1 }] } } },
        });
        expect(new Set(seen).size).toBe(1);
        expect(app.key.checks).toBe(1);
      });
    });

    it('with tokenCache: false each request is checked, and nothing is remembered', async () => {
      const app = await WatchedApp.start(platform, clerk, { tokenCache: false });
      try {
        const headers = bearer(clerk.mintSessionToken('ada'));
        for (let time = 0; time < 3; time += 1)
          expect((await app.ask('/', headers)).status).toBe(200);
        expect([app.key.checks, app.tokens.size]).toEqual([3, 0]);
      } finally {
        await app.close();
      }
    });

    it('with tokenCache: { max: 2 } no more are remembered, and all are answered', async () => {
      const app = await WatchedApp.start(platform, clerk, { tokenCache: { max: 2 } });
      try {
        const tokens = ['ada', 'grace', 'alan'].map((user) => clerk.mintSessionToken(user));
        for (const token of [...tokens, ...tokens, ...tokens]) {
          expect((await app.ask('/', bearer(token))).status).toBe(200);
          expect(app.tokens.size).toBeLessThanOrEqual(2);
        }
        expect(app.key.checks).toBeGreaterThan(3);
      } finally {
        await app.close();
      }
    });

    it('a token that one tenant knows is a forgery to another', async () => {
      const options = (instance: LocalInstance): ClerkOptions => ({
        publishableKey: instance.publishableKey,
        jwtKey: instance.jwtKey,
      });
      const running = await startApp(platform, {
        imports: [
          ClerkModule.forRoot((request) =>
            options(request.headers['x-tenant'] === 'two' ? neighbour : clerk),
          ),
        ],
        controllers: [SpoilingController],
      });
      try {
        const token = clerk.mintSessionToken('ada');
        const statusAt = async (tenant: string) => {
          const headers = { ...bearer(token), 'x-tenant': tenant };
          return (await fetch(running.origin, { headers })).status;
        };
        expect([await statusAt('one'), await statusAt('one')]).toEqual([200, 200]);
        expect([await statusAt('two'), await statusAt('two')]).toEqual([401, 401]);
        expect(await statusAt('one')).toBe(200);
      } finally {
        await running.app.close();
      }
    });
  });
});

describe('the cache of machine tokens', () => {
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
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { bearer } from './support/callers.js';
import { PLATFORMS, startApp } from './support/platforms.js';
import { SpoilingController, WatchedApp } from './support/watched-app.js';

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

import { describe, expect, it } from '@jest/globals';
import { Auth, RequirePermission } from 'clerk-nestjs';
import type { User } from 'clerk-nestjs';
import { readUser } from '../../../src/client/users/read-user.js';
import { UserCache } from '../../../src/nest/current-user/user-cache.js';
import { MovedClock } from '../../tenants/made-tenants.js';
import { setTimeout } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { backendApiForTests, json } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS } from '../support/platforms.js';
import { as, instance, userAppsForTests, userOf } from './user-apps.js';

const api = await backendApiForTests();

describe('the cache of users', () => {
  /** A load that the test ends. */
  interface Load {
    readonly userId: string;
    arrive(): void;
    fail(): void;
  }

  /** A cache with a clock to move, and the loads that it has begun. */
  function openCache(lifetimeInMs: number) {
    const clock = new MovedClock();
    const loads: Load[] = [];
    const fetchUser = (userId: string) =>
      new Promise<User>((resolve, reject) => {
        const number = loads.length;
        loads.push({
          userId,
          arrive: () => resolve(readUser({ id: userId, username: `load ${number}` })),
          fail: () => reject(new Error(`load ${number} failed`)),
        });
      });
    const cache = new UserCache(fetchUser, lifetimeInMs, clock.read);
    const begin = (userId = 'ada') => {
      const user = cache.get(userId);
      // Whoever asks later sees it settled.
      return { load: loads.at(-1), user };
    };
    const fetched = async (userId = 'ada') => {
      const before = loads.length;
      const user = cache.get(userId);
      if (loads.length > before) loads.at(-1)?.arrive();
      const { username } = await user;
      return username;
    };
    return { cache, clock, loads, begin, fetched };
  }

  describe('a user that was fetched', () => {
    it('is remembered for the lifetime and not a millisecond longer', async () => {
      const { clock, fetched } = openCache(1_000);
      expect(await fetched()).toBe('load 0');
      clock.pass(999);
      expect(await fetched()).toBe('load 0');
      clock.pass(1);
      expect(await fetched()).toBe('load 1');
    });

    it('is remembered from the time that the answer came, however long it took', async () => {
      const { clock, begin, fetched } = openCache(1_000);
      const { load, user } = begin();
      clock.pass(5_000);
      load?.arrive();
      await user;
      clock.pass(999);
      expect(await fetched()).toBe('load 0');
    });

    it('is not remembered longer because it is asked for', async () => {
      const { clock, fetched } = openCache(1_000);
      await fetched();
      clock.pass(600);
      await fetched();
      clock.pass(600);
      expect(await fetched()).toBe('load 1');
    });

    it('has a lifetime of its own after it was fetched again', async () => {
      const { clock, fetched } = openCache(1_000);
      await fetched();
      clock.pass(1_000);
      await fetched();
      clock.pass(999);
      expect(await fetched()).toBe('load 1');
    });

    it('with a lifetime of 0 is not remembered at all, though the clock stands still', async () => {
      const { fetched } = openCache(0);
      expect([await fetched(), await fetched()]).toEqual(['load 0', 'load 1']);
    });

    it('is nobody else', async () => {
      const { loads, fetched } = openCache(1_000);
      await fetched('ada');
      await fetched('grace');
      await fetched('ada');
      expect(loads.map(({ userId }) => userId)).toEqual(['ada', 'grace']);
    });

    it.each(['__proto__', 'constructor', 'toString', ''])(
      'can have the id %p, which is fetched like any other',
      async (userId) => {
        const { loads, fetched } = openCache(1_000);
        expect([await fetched(userId), await fetched(userId)]).toEqual(['load 0', 'load 0']);
        expect(loads).toHaveLength(1);
      },
    );
  });

  describe('a user that is being fetched', () => {
    it.each([0, 1_000])(
      'is shared by all who ask meanwhile (lifetime %i)',
      async (lifetimeInMs) => {
        const { cache, clock, loads } = openCache(lifetimeInMs);
        const asked = [cache.get('ada')];
        clock.pass(10_000);
        asked.push(cache.get('ada'), cache.get('ada'));
        loads[0]?.arrive();
        const users = await Promise.all(asked);
        expect([new Set(users).size, loads.length]).toEqual([1, 1]);
      },
    );

    it('is not waited for by those who ask for another', async () => {
      const { begin, fetched } = openCache(1_000);
      const { load, user } = begin('ada');
      expect(await fetched('grace')).toBe('load 1');
      load?.arrive();
      expect(await user).toMatchObject({ id: 'ada' });
    });
  });

  describe('a fetch that fails', () => {
    it('is told to all who waited, and not to whoever asks next', async () => {
      const { cache, loads, fetched } = openCache(1_000);
      const asked = [cache.get('ada'), cache.get('ada')];
      loads[0]?.fail();
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await fetched()).toBe('load 1');
    });

    it('takes nothing from a user that is remembered', async () => {
      const { begin, fetched, loads } = openCache(1_000);
      await fetched('grace');
      const { load, user } = begin('ada');
      load?.fail();
      await expect(user).rejects.toThrow('load 1 failed');
      expect([await fetched('grace'), loads.length]).toEqual(['load 0', 2]);
    });

    it('after a lifetime is told too: what was remembered before is not brought back', async () => {
      const { clock, begin, fetched } = openCache(1_000);
      await fetched();
      clock.pass(1_000);
      const { load, user } = begin();
      load?.fail();
      await expect(user).rejects.toThrow('load 1 failed');
      expect(await fetched()).toBe('load 2');
    });
  });

  describe('ten thousand users', () => {
    const MOST_USERS = 10_000;

    async function filled() {
      const opened = openCache(1_000);
      for (let number = 0; number < MOST_USERS; number += 1) await opened.fetched(`user_${number}`);
      return opened;
    }

    it('are remembered, and one more pushes out the one that was fetched first', async () => {
      const { loads, fetched } = await filled();
      expect(await fetched('user_0')).toBe('load 0');
      await fetched('one more');
      expect(await fetched('user_1')).toBe('load 1');
      expect(loads).toHaveLength(MOST_USERS + 1);
      expect(await fetched('user_0')).toBe(`load ${MOST_USERS + 1}`);
    });

    it('make a user who is fetched again the latest', async () => {
      const { clock, fetched } = await filled();
      clock.pass(1_000);
      expect(await fetched('user_0')).toBe(`load ${MOST_USERS}`);
      await fetched('one more');
      expect(await fetched('user_0')).toBe(`load ${MOST_USERS}`);
    });

    it('push out a fetch that hangs, whose late end spoils nothing', async () => {
      const opened = openCache(1_000);
      const { load, user } = opened.begin('slow');
      for (let number = 0; number < MOST_USERS; number += 1) await opened.fetched(`user_${number}`);
      expect(await opened.fetched('slow')).toBe(`load ${MOST_USERS + 1}`);
      load?.fail();
      await expect(user).rejects.toThrow('load 0 failed');
      expect(await opened.fetched('slow')).toBe(`load ${MOST_USERS + 1}`);
    });
  });
});

describe('one call', () => {
  const { ada } = instance.users;
  const asked = () => askedOf(api.requests);
  const adasCall = `GET /v1/users/${ada.id}`;

  describe.each(PLATFORMS)('the user of one request on %s', (platform) => {
    const open = userAppsForTests(api);

    it('is fetched once, however often it is injected', async () => {
      const app = await open(platform);
      const answer = await app.ask('/twice', 'ada');
      expect(answer.body).toEqual({ id: ada.id, name: `Name of ${ada.id}`, isSame: true });
      expect(asked()).toEqual([adasCall]);
    });

    it('is fetched for each request by default, so that a change is seen at once', async () => {
      const app = await open(platform);
      await app.ask('/mine', 'ada');
      api.answer = (response) => json(response, 200, { ...userOf(ada.id), first_name: 'Changed' });
      expect((await app.ask('/mine', 'ada')).body).toEqual({ id: ada.id, name: 'Changed' });
      expect(asked()).toEqual([adasCall, adasCall]);
    });

    it('is fetched only where it is injected', async () => {
      @Controller('fields')
      class FieldsController {
        @Get()
        @RequirePermission('org:articles:read')
        show(@Auth('userId') id: string) {
          return { id };
        }
      }
      const app = await open(platform, { controllers: [FieldsController] });
      expect((await app.ask('/fields', 'ada')).status).toBe(200);
      expect(asked()).toEqual([]);
    });
  });

  describe.each(PLATFORMS)('userCacheTtlInMs on %s', (platform) => {
    const open = userAppsForTests(api);

    it('keeps a user for other requests, also those with another token', async () => {
      const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
      await app.ask('/mine', as('ada'));
      const later = await app.ask('/twice', as('ada', { jti: 'another' }));
      expect([later.body, asked()]).toMatchObject([{ id: ada.id }, [adasCall]]);
    });

    it('forgets the user when the time is over', async () => {
      const app = await open(platform, { options: { userCacheTtlInMs: 200 } });
      await app.ask('/mine', 'ada');
      await setTimeout(250);
      api.answer = (response) => json(response, 200, { ...userOf(ada.id), first_name: 'Changed' });
      expect((await app.ask('/mine', 'ada')).body).toEqual({ id: ada.id, name: 'Changed' });
      expect(asked()).toEqual([adasCall, adasCall]);
    });

    it('gives the user of the cache to nobody whom the guard refuses', async () => {
      const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
      await app.ask('/mine', 'ada');
      const expired = instance.mint({ user: 'ada', expiresInSeconds: -60 });
      const answers = [
        await app.ask('/mine'),
        await app.ask('/mine', { authorization: `Bearer ${expired}` }),
        await app.ask('/mine', as('ada', { sts: 'pending' })),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
      expect(await app.ask('/open')).toMatchObject({ body: { user: null } });
    });

    it('is not shared by two applications', async () => {
      const options = { userCacheTtlInMs: 60_000 };
      const [one, other] = [await open(platform, { options }), await open(platform, { options })];
      await one.ask('/mine', 'ada');
      await other.ask('/mine', 'ada');
      expect(asked()).toEqual([adasCall, adasCall]);
    });
  });
});

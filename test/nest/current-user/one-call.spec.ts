import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Auth, RequirePermission } from 'clerk-nestjs';
import { backendApiForTests, json } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS } from '../support/platforms.js';
import { answerUser, as, instance, userAppsForTests, userOf } from './user-apps.js';

const api = await backendApiForTests();
const { ada, grace } = instance.users;
const asked = () => askedOf(api.requests);
const adasCall = `GET /v1/users/${ada.id}`;

/** The Backend API answers, but takes its time. */
const answerLate: typeof api.answer = (response, seen) =>
  void setTimeout(100).then(() => answerUser(response, seen));

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

describe.each(PLATFORMS)('requests at the same time on %s', (platform) => {
  const open = userAppsForTests(api);

  it.each([0, 60_000])(
    'of one user share one call (userCacheTtlInMs: %i)',
    async (userCacheTtlInMs) => {
      api.answer = answerLate;
      const app = await open(platform, { options: { userCacheTtlInMs } });
      const answers = await Promise.all(Array.from({ length: 20 }, () => app.ask('/mine', 'ada')));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect([answers[0]?.status, asked()]).toEqual([200, [adasCall]]);
    },
  );

  it('of two users don’t mix, whatever order the answers come in', async () => {
    api.answer = (response, seen) => {
      const isAda = seen.url.endsWith(ada.id);
      void setTimeout(isAda ? 150 : 10).then(() => answerUser(response, seen));
    };
    const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
    const names = Array.from({ length: 20 }, (_, number) => (number % 2 ? 'ada' : 'grace'));
    const answers = await Promise.all(names.map((name) => app.ask('/twice', name)));
    const ids = names.map((name) => (name === 'ada' ? ada.id : grace.id));
    expect(answers.map(({ body }) => body)).toEqual(
      ids.map((id) => ({ id, name: `Name of ${id}`, isSame: true })),
    );
    expect(asked().toSorted()).toEqual([adasCall, `GET /v1/users/${grace.id}`].toSorted());
  });

  it('all hear of a failure, and the next one asks again', async () => {
    api.answer = (response) => void setTimeout(100).then(() => response.destroy());
    const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.ask('/twice', 'ada')));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    const before = asked().length;
    api.answer = answerUser;
    expect((await app.ask('/mine', 'ada')).status).toBe(200);
    expect(asked().length).toBe(before + 1);
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

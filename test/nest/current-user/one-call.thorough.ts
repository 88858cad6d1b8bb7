import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { backendApiForTests } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS } from '../support/platforms.js';
import { answerUser, instance, userAppsForTests } from './user-apps.js';

const api = await backendApiForTests();
const { ada, grace } = instance.users;
const asked = () => askedOf(api.requests);
const adasCall = `GET /v1/users/${ada.id}`;

/** The Backend API answers, but takes its time. */
const answerLate: typeof api.answer = (response, seen) =>
  void setTimeout(100).then(() => answerUser(response, seen));

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

import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { backendApiForTests, json } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PAGE } from '../support/callers.js';
import { PLATFORMS } from '../support/platforms.js';
import { answerUser, as, instance, userAppsForTests, userOf } from './user-apps.js';

const api = await backendApiForTests();
const { ada, grace } = instance.users;
const asked = () => askedOf(api.requests);

const refused = (response: ServerResponse, status: number, code: string) =>
  json(response, status, { errors: [{ code, message: 'no', long_message: 'No, said Clerk.' }] });
const text = (response: ServerResponse, status: number, body: string) =>
  void response.writeHead(status, { 'content-type': 'text/html' }).end(body);

const LIVE = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;

describe.each(PLATFORMS)('a user who is gone on %s', (platform) => {
  const open = userAppsForTests(api);
  const gone = (response: ServerResponse) => refused(response, 404, 'resource_not_found');

  it('is answered 401, like anybody else whose session is over', async () => {
    api.answer = gone;
    const answer = await (await open(platform)).ask('/mine', 'ada');
    expect([answer.status, answer.body]).toEqual([
      401,
      {
        statusCode: 401,
        error: 'Unauthorized',
        message: 'The user of this session no longer exists.',
      },
    ]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('is not sent to sign in, as the browser still has the session', async () => {
    api.answer = gone;
    const app = await open(platform);
    const answer = await app.ask('/mine', { ...as('ada'), ...PAGE });
    expect([answer.status, answer.headers.get('location')]).toEqual([401, null]);
  });

  it('is refused on public routes too, and not taken for nobody', async () => {
    api.answer = gone;
    expect((await (await open(platform)).ask('/open', 'ada')).status).toBe(401);
  });

  it('is asked for again by the next request: restored, it is there', async () => {
    api.answer = gone;
    const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
    expect((await app.ask('/mine', 'ada')).status).toBe(401);
    api.answer = answerUser;
    expect((await app.ask('/mine', 'ada')).status).toBe(200);
  });
});

const OUTAGES: [string, (response: ServerResponse) => void][] = [
  ['the connection breaks', (response) => response.destroy()],
  ['it answers 500', (response) => refused(response, 500, 'internal_clerk_error')],
  ['it has had enough', (response) => refused(response, 429, 'too_many_requests')],
  ['it refuses the secret key', (response) => refused(response, 401, 'clerk_key_invalid')],
  ['it forbids the question', (response) => refused(response, 403, 'forbidden')],
  ['a gateway knows no such page', (response) => text(response, 404, '<h1>Not found</h1>')],
  ['a gateway says 404 in JSON', (response) => json(response, 404, {})],
  ['it answers a page', (response) => text(response, 200, '<h1>Hello</h1>')],
  ['it answers nothing', (response) => void response.writeHead(204).end()],
  ['it answers null', (response) => text(response, 200, 'null')],
  ['it answers a list', (response) => json(response, 200, [userOf(ada.id)])],
  ['it answers a list of users', (response) => json(response, 200, { data: [userOf(ada.id)] })],
  ['it answers a user without an id', (response) => json(response, 200, { object: 'user' })],
  ['it redirects', (response) => void response.writeHead(302, { location: '/v1/x' }).end()],
  [
    'it breaks off',
    (response) =>
      void response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
  ],
];

describe.each(PLATFORMS)('a user who can’t be fetched on %s', (platform) => {
  const open = userAppsForTests(api);

  it.each(OUTAGES)('is answered 503, never 401 and never a pass: %s', async (_what, answerWith) => {
    api.answer = answerWith;
    const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
    const answers = [await app.ask('/mine', 'ada'), await app.ask('/open', 'ada')];
    for (const { status, body, text: said } of answers) {
      expect([status, body]).toMatchObject([
        503,
        { message: expect.stringMatching(/^Authentication is not available right now\. ./) },
      ]);
      expect(said).not.toContain(instance.secretKey);
    }
    api.answer = answerUser;
    expect((await app.ask('/mine', 'ada')).status).toBe(200);
  });

  it.each(OUTAGES)('says no more than that in production: %s', async (_what, answerWith) => {
    api.answer = answerWith;
    const app = await open(platform, { options: { publishableKey: LIVE } });
    const answer = await app.ask('/mine', as('ada', { iss: 'https://clerk.example.com' }));
    expect([answer.status, answer.body]).toEqual([
      503,
      {
        statusCode: 503,
        error: 'Service Unavailable',
        message: 'Authentication is not available right now.',
        reason: 'unexpected-error',
      },
    ]);
  });

  it('without a secret key says in development what is missing', async () => {
    const app = await open(platform, { options: { secretKey: undefined } });
    const answer = await app.ask('/mine', 'ada');
    expect([answer.status, answer.text]).toEqual([
      503,
      expect.stringMatching(/secret key|secretKey/),
    ]);
    expect(asked()).toEqual([]);
  });

  it('costs whoever is not signed in nothing', async () => {
    api.answer = (response) => response.destroy();
    const app = await open(platform);
    expect(await app.ask('/open')).toMatchObject({ status: 200, body: { user: null } });
    expect((await app.ask('/mine')).status).toBe(401);
  });
});

describe.each(PLATFORMS)('attacks on %s', (platform) => {
  const open = userAppsForTests(api);

  it('an answer that is another user’s is given to nobody and not kept', async () => {
    api.answer = (response) => json(response, 200, userOf(grace.id));
    const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
    const answer = await app.ask('/mine', 'ada');
    expect([answer.status, answer.text.includes(grace.id)]).toEqual([503, false]);
    api.answer = answerUser;
    expect((await app.ask('/mine', 'grace')).body).toMatchObject({ id: grace.id });
    expect((await app.ask('/mine', 'ada')).body).toMatchObject({ id: ada.id });
    expect(asked()).toEqual([ada.id, grace.id, ada.id].map((id) => `GET /v1/users/${id}`));
  });

  it.each(['../sessions', 'user_1/../user_2', 'user_1?x=1', '%2e%2e', 'user_1#x'])(
    'a subject like %p stays one segment of the path',
    async (sub) => {
      const app = await open(platform);
      const answer = await app.ask('/mine', as('ada', { sub }));
      expect(answer.body).toMatchObject({ id: sub });
      expect(api.requests.map(({ url }) => url)).toEqual([`/v1/users/${encodeURIComponent(sub)}`]);
    },
  );

  it.each(['.', '..'])('the subject %p is no user, and nothing is asked', async (sub) => {
    const app = await open(platform);
    expect((await app.ask('/mine', as('ada', { sub }))).status).toBe(503);
    expect(asked()).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])(
    'the subject %p finds nothing in the cache that was not fetched',
    async (sub) => {
      const app = await open(platform, { options: { userCacheTtlInMs: 60_000 } });
      const who = as('ada', { sub });
      const answers = [await app.ask('/mine', who), await app.ask('/mine', who)];
      expect(answers.map(({ body }) => body)).toMatchObject([{ id: sub }, { id: sub }]);
      expect(asked()).toEqual([`GET /v1/users/${sub}`]);
    },
  );
});

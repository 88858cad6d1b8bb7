import { describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { ClerkClient, createClerkClient } from 'clerk-nestjs';
import {
  backendApiForTests,
  json,
  startBackendApiServer,
} from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS } from '../support/platforms.js';
import { answerUser, instance, userAppsForTests } from './user-apps.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const api = await backendApiForTests();
const { ada } = instance.users;
const asked = () => askedOf(api.requests);
const adasCall = `GET /v1/users/${ada.id}`;
const adaAnswer = { id: ada.id, name: `Name of ${ada.id}` };

const raise = () => {
  throw new Error('fake');
};

describe.each(PLATFORMS)('another client on %s', (platform) => {
  const open = userAppsForTests(api);

  it('overrideProvider(ClerkClient) brings the users, also without promises', async () => {
    const users = { getUser: (id: string) => ({ id, firstName: 'Fake' }) };
    const app = await open(platform, {
      override: (builder) => builder.overrideProvider(ClerkClient).useValue({ users }),
    });
    expect((await app.ask('/mine', 'ada')).body).toEqual({ id: ada.id, name: 'Fake' });
    expect(asked()).toEqual([]);
  });

  it.each<[string, object]>([
    ['lacks the method', {}],
    ['throws', { users: { getUser: raise } }],
    ['knows nobody', { users: { getUser: () => undefined } }],
  ])('a fake that %s is answered 503', async (_what, fake) => {
    const app = await open(platform, {
      override: (builder) => builder.overrideProvider(ClerkClient).useValue(fake),
    });
    expect((await app.ask('/mine', 'ada')).status).toBe(503);
  });

  it.each<[string, typeof createClerkClient | typeof createVendorClient]>([
    ['ours', createClerkClient],
    ['the vendor’s', createVendorClient],
  ])('the option clerkClient is asked: %s', async (_whose, create) => {
    const elsewhere = await startBackendApiServer();
    elsewhere.answer = answerUser;
    const { secretKey } = instance;
    const clerkClient = create({ secretKey, apiUrl: elsewhere.url });
    const app = await open(platform, { options: { clerkClient, userCacheTtlInMs: 60_000 } });
    const answers = [await app.ask('/mine', 'ada'), await app.ask('/twice', 'ada')];
    expect(answers.map(({ body }) => body)).toMatchObject([adaAnswer, adaAnswer]);
    expect([askedOf(elsewhere.requests), asked()]).toEqual([[adasCall], []]);
    await elsewhere.close();
  });

  it.each<[number, string, number]>([
    [404, 'resource_not_found', 401],
    [500, 'internal_clerk_error', 503],
    [401, 'clerk_key_invalid', 503],
  ])('the vendor’s errors mean the same: %i %s', async (status, code, answered) => {
    api.answer = (response) => json(response, status, { errors: [{ code, message: 'no' }] });
    const clerkClient = createVendorClient({ secretKey: instance.secretKey, apiUrl: api.url });
    const app = await open(platform, { options: { clerkClient } });
    expect((await app.ask('/mine', 'ada')).status).toBe(answered);
  });
});

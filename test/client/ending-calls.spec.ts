import { describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { ENDING_OPERATIONS } from '../../src/client/ending-calls.js';
import { machineTokenEndings } from '../../src/client/machine-token-endings.js';
import { digestOf } from '../../src/digest.js';
import { backendApiForTests, json } from './backend-api-server.js';

const api = await backendApiForTests();
const called = new Set<string>();
const clerk = createClerkClient({
  secretKey: 'sk_test_1',
  apiUrl: api.url,
  onRequest: ({ method, template }) => void called.add(`${method} ${template}`),
});
type Client = Pick<typeof clerk, 'apiKeys' | 'm2m' | 'machines' | 'oauthApplications' | 'users'> &
  Pick<typeof clerk, 'organizations'>;

/** Which of these names a call ends. */
async function endedBy(call: (client: Client) => Promise<unknown>, names: readonly string[]) {
  const before = machineTokenEndings.count;
  await call(clerk).catch(() => undefined);
  return names.filter((name) => machineTokenEndings.endedSince(before, [digestOf(name)]));
}

const KINDS = ['api_key', 'm2m_token', 'oauth_token'];

type Row = [operation: string, call: (client: Client) => Promise<unknown>, ended: string];

const ROWS: Row[] = [
  ['apiKeys.revoke', ({ apiKeys }) => apiKeys.revoke({ apiKeyId: 'ak_1' }), 'ak_1'],
  ['apiKeys.delete', ({ apiKeys }) => apiKeys.delete('ak_2'), 'ak_2'],
  ['apiKeys.update', ({ apiKeys }) => apiKeys.update({ apiKeyId: 'ak_3', subject: 's' }), 'ak_3'],
  ['m2m.revokeToken', ({ m2m }) => m2m.revokeToken({ m2mTokenId: 'mt_1' }), 'mt_1'],
  ['machines.delete', ({ machines }) => machines.delete('mch_1'), 'm2m_token'],
  ['machines.deleteScope', ({ machines }) => machines.deleteScope('mch_1', 'mch_2'), 'm2m_token'],
  [
    'machines.rotateSecretKey',
    ({ machines }) => machines.rotateSecretKey({ machineId: 'mch_1', previousTokenTtl: 0 }),
    'm2m_token',
  ],
  ['oauthApplications.delete', (client) => client.oauthApplications.delete('oa_1'), 'oauth_token'],
  [
    'oauthApplications.revokeToken',
    (client) =>
      client.oauthApplications.revokeToken({ oauthApplicationId: 'oa_1', token: 'oat_1' }),
    'oauth_token',
  ],
  ['users.deleteUser', ({ users }) => users.deleteUser('user_1'), 'user_1'],
  ['users.banUser', ({ users }) => users.banUser('user_2'), 'user_2'],
  ['users.banUsers', ({ users }) => users.banUsers({ userIds: ['user_3', 'user_4'] }), 'user_4'],
  [
    'organizations.deleteOrganization',
    (client) => client.organizations.deleteOrganization('org_1'),
    'org_1',
  ],
];

describe('a call that ends tokens of programs is noted', () => {
  it.each(ROWS)('when it succeeds: %s', async (_operation, call, ended) => {
    api.answer = (res) => json(res, 200, { object: 'some_resource' });
    expect(await endedBy(call, [ended, 'other_1', ...KINDS])).toEqual(
      KINDS.includes(ended) ? [ended, ended] : [ended],
    );
  });

  it.each(ROWS)(
    'when it fails, as the API may have done it: %s',
    async (_operation, call, ended) => {
      api.answer = (res) => res.destroy();
      expect(await endedBy(call, [ended])).toEqual([ended]);
    },
  );

  it('by all operations that there are', () => {
    expect([...called].toSorted()).toEqual([...ENDING_OPERATIONS].toSorted());
  });

  it('by what the answer names: an organization that was deleted by its slug', async () => {
    api.answer = (res) =>
      json(res, 200, { id: 'org_9', object: 'organization', slug: 'acme', deleted: true });
    const call: Row[1] = ({ organizations }) => organizations.deleteOrganization('acme');
    expect(await endedBy(call, ['acme', 'org_9'])).toEqual(['acme', 'org_9']);
  });

  it('by an id as it is, not as it is written in a path', async () => {
    api.answer = (res) => json(res, 200, {});
    expect(await endedBy(({ users }) => users.deleteUser('a/b c'), ['a/b c'])).toEqual(['a/b c']);
  });

  it('of each user that several are banned with', async () => {
    api.answer = (res) => json(res, 200, []);
    const userIds = ['user_5', 'user_6'];
    expect(await endedBy(({ users }) => users.banUsers({ userIds }), userIds)).toEqual(userIds);
  });

  it('by a copy of the client with options of its own', async () => {
    api.answer = (res) => json(res, 200, {});
    const call = () => clerk.with({ timeoutInMs: 1_000 }).with({}).apiKeys.delete('ak_copy');
    expect(await endedBy(call, ['ak_copy'])).toEqual(['ak_copy']);
  });

  it('before whoever made it goes on, and not before the API has answered', async () => {
    const before = machineTokenEndings.count;
    const atTheApi: number[] = [];
    api.answer = (res) => {
      atTheApi.push(machineTokenEndings.count);
      json(res, 200, {});
    };
    await clerk.apiKeys.delete('ak_in_time');
    expect([...atTheApi, machineTokenEndings.count]).toEqual([before, before + 1]);
  });
});

it.each<[string, (client: Client) => Promise<unknown>]>([
  ['reads', ({ apiKeys }) => apiKeys.get('ak_1')],
  ['verifies', ({ apiKeys }) => apiKeys.verify('ak_1')],
  ['makes something', ({ users }) => users.createUser({})],
  ['locks a user, whose sessions and keys go on', ({ users }) => users.lockUser('user_1')],
])('a call that %s ends nothing', async (_does, call) => {
  api.answer = (res) => json(res, 200, { object: 'some_resource', id: 'id_1' });
  const before = machineTokenEndings.count;
  await call(clerk);
  expect(machineTokenEndings.count).toBe(before);
});

import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import { VERSION } from '../../src/version.js';
import { createBackendApiClient } from '../../src/client/index.js';
import type { User } from '../../src/client/index.js';
import { json, rejection, backendApiForTests } from './backend-api-server.js';
import { fieldsOf } from './fields-of.js';
import { wireUser } from './wire-user.js';

const SECRET_KEY = 'sk_test_get_user';

const api = await backendApiForTests();

async function bothGetUser(id = 'user_1') {
  const options = { secretKey: SECRET_KEY, apiUrl: api.url };
  const vendor = createVendorClient({ ...options, telemetry: { disabled: true } });
  return {
    ours: await createBackendApiClient(options).users.getUser(id),
    theirs: await vendor.users.getUser(id),
  };
}

const rest = (omitted: string) =>
  Object.fromEntries(Object.entries(wireUser).filter(([key]) => key !== omitted));

const bareAccount = {
  external_accounts: [{ id: 'eac_3', object: 'external_account', provider: 'oauth_x' }],
};

test.each([
  ['a user with something of everything', wireUser],
  ['a user with no more than an id', { object: 'user', id: 'user_1' }],
  ['lists that are null', { ...wireUser, email_addresses: null, phone_numbers: null }],
  ['metadata that is null', { ...wireUser, private_metadata: null }],
  ['an account without optional fields', { ...wireUser, ...bareAccount }],
  ...Object.keys(wireUser)
    .filter((key) => key !== 'object')
    .map((key) => [`a user without ${key}`, rest(key)] as const),
])("getUser reads the vendor's fields and no others: %s", async (_name, wire) => {
  api.answer = (res) => json(res, 200, wire);
  const { ours, theirs } = await bothGetUser();
  // Strict: a field that is there with the value undefined is not the same as none.
  expect(fieldsOf(ours)).toStrictEqual(fieldsOf(theirs));
});

describe('the members that are not enumerable', () => {
  const hidden = [
    'raw',
    'fullName',
    'primaryEmailAddress',
    'primaryPhoneNumber',
    'primaryWeb3Wallet',
  ] as const satisfies readonly (keyof User)[];

  test.each([
    ['set', wireUser],
    ['without a name', { ...wireUser, first_name: null, last_name: null }],
    ['without a first name', { ...wireUser, first_name: null }],
    ['without primary identifiers', rest('primary_email_address_id')],
    ['with a primary identifier that is gone', { ...wireUser, primary_phone_number_id: 'idn_x' }],
  ])("have the vendor's values: %s", async (_name, wire) => {
    api.answer = (res) => json(res, 200, wire);
    const { ours, theirs } = await bothGetUser();
    for (const name of hidden) expect(fieldsOf(ours[name])).toEqual(fieldsOf(theirs[name]));
  });

  test('are there by name, and absent from copies, JSON and loops', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const { ours } = await bothGetUser();
    expect(ours.fullName).toBe('Ada Lovelace');
    expect(ours.primaryEmailAddress?.emailAddress).toBe('ada@example.com');
    expect(ours.raw['saml_accounts']).toEqual([]);
    for (const name of hidden) {
      expect(name in ours).toBe(true);
      expect(Object.keys(ours)).not.toContain(name);
      expect(Object.getOwnPropertyDescriptor(ours, name)?.writable).toBe(false);
    }
    expect(JSON.stringify(ours)).not.toContain('verification_attempts_remaining');
  });
});

test('a redirect URL of a verification that can not be parsed is null, not a failed call', async () => {
  const verification = { status: 'unverified', external_verification_redirect_url: 'not a URL' };
  const account = { id: 'eac_1', object: 'external_account', verification };
  api.answer = (res) => json(res, 200, { ...wireUser, external_accounts: [account] });
  const client = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  const user = await client.users.getUser('user_1');
  expect(user.externalAccounts[0]?.verification).toMatchObject({
    status: 'unverified',
    externalVerificationRedirectURL: null,
  });
});

test("getUser asks as the vendor's client asks, under our own name", async () => {
  api.answer = (res) => json(res, 200, wireUser);
  await bothGetUser();
  const [ours, theirs] = api.requests;
  expect(ours).toMatchObject({ method: 'GET', url: '/v1/users/user_1', body: '' });
  expect(theirs).toMatchObject({ method: ours?.method, url: ours?.url, body: ours?.body });
  for (const header of ['authorization', 'content-type', 'clerk-api-version']) {
    expect(ours?.headers[header]).toBe(theirs?.headers[header]);
  }
  expect(ours?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
  expect(ours?.headers['user-agent']).toBe(`clerk-nestjs@${VERSION}`);
});

test.each([
  ['a/../b?c#d', '/v1/users/a%2F..%2Fb%3Fc%23d'],
  ['%2e%2e', '/v1/users/%252e%252e'],
  ['...', '/v1/users/...'],
  ['é ü', '/v1/users/%C3%A9%20%C3%BC'],
])('the id %j stays one segment of the path', async (id, path) => {
  api.answer = (res) => json(res, 200, wireUser);
  await createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url }).users.getUser(id);
  expect(api.requests.map(({ url }) => url)).toEqual([path]);
});

test.each([
  ['empty', ''],
  ['blank', ' \n'],
  ['one dot', '.'],
  ['two dots', '..'],
  ['half a surrogate pair', '\ud800'],
  ['missing', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { userId: undefined }],
])('an id that is %s is refused by name before any request', async (_name, id) => {
  const { users } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  // As a caller without types would.
  const untyped: { getUser(id: unknown): Promise<unknown> } = users;
  const error = await rejection(untyped.getUser(id));
  expect(error).toMatchObject({ code: 'invalid_id', parameter: 'userId', clerkError: true });
  expect(error).toHaveProperty('message', expect.stringContaining('`userId`'));
  expect(api.requests).toEqual([]);
});

test('a kind of resource that is not known arrives as it was sent', async () => {
  const wire = { object: 'novelty', some_key: { inner_key: 1 }, public_metadata: { a_b: 1 } };
  api.answer = (res) => json(res, 200, wire);
  const { users } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  await expect(users.getUser('user_1')).resolves.toEqual(wire);
});

test('the items of a list are read one by one', async () => {
  api.answer = (res) => json(res, 200, [wireUser, { object: 'novelty', a_b: 1 }]);
  const client = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  const list: unknown = await client.users.getUser('user_1');
  expect(list).toEqual([
    expect.objectContaining({ id: 'user_1', fullName: 'Ada Lovelace' }),
    { object: 'novelty', a_b: 1 },
  ]);
});

test.each([204, 202])('an answer %i without content is undefined', async (status) => {
  api.answer = (res) => res.writeHead(status).end();
  const { users } = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });
  await expect(users.getUser('user_1')).resolves.toBeUndefined();
});

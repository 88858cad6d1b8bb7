import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import { VERSION } from '../../src/version.js';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import type { User } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { fieldsOf } from './fields-of.js';
import { wireUser } from './wire-user.js';
import { isClerkAPIResponseError as isBackendsError } from '@clerk/backend/errors';
import type { ClerkAPIResponseError } from '@clerk/backend/errors';
import { isClerkAPIResponseError, isClerkError } from '@clerk/shared/error';
import { ClerkError } from '../../src/clerk-error.js';

const api = await backendApiForTests();

describe('a user', () => {
  const SECRET_KEY = 'sk_test_get_user';

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
});

describe('errors of the API', () => {
  async function ourError(): Promise<ClerkApiError> {
    const { users } = createBackendApiClient({ secretKey: 'sk_test_errors', apiUrl: api.url });
    const error = await rejection(users.getUser('user_1'));
    if (!(error instanceof ClerkApiError)) throw error;
    return error;
  }

  async function theirError(): Promise<ClerkAPIResponseError> {
    const options = { secretKey: 'sk_test_errors', apiUrl: api.url, telemetry: { disabled: true } };
    const error = await rejection(createVendorClient(options).users.getUser('user_1'));
    if (!isClerkAPIResponseError(error)) throw error;
    return error;
  }

  const notFound = {
    errors: [
      {
        message: 'not found',
        long_message: 'No user was found with id user_1',
        code: 'resource_not_found',
        meta: { param_name: 'user_id', session_id: 'sess_1', plan: { amount_formatted: '1' } },
      },
    ],
    clerk_trace_id: 'trace_1',
  };

  test('an error answer says what was asked and what came back', async () => {
    api.answer = (res) => json(res, 404, notFound);
    const error = await ourError();
    expect(error.message).toBe(
      'GET /v1/users/user_1 was answered 404 (resource_not_found): No user was found with id user_1',
    );
    expect(error).toMatchObject({ method: 'GET', path: '/v1/users/user_1', status: 404 });
    expect(error.cause).toBeUndefined();
  });

  test("the vendor's type guards recognise the error", async () => {
    api.answer = (res) => json(res, 404, notFound);
    const error = await ourError();
    expect(isClerkAPIResponseError(error)).toBe(true);
    expect(isBackendsError(error)).toBe(true);
    expect(isClerkError(error)).toBe(true);
    expect(isClerkAPIResponseError(new Error('another'))).toBe(false);
    expect(error).toBeInstanceOf(ClerkError);
    expect(error).toMatchObject({
      name: 'ClerkAPIResponseError',
      code: 'api_response_error',
      clerkError: true,
    });
  });

  const two = { errors: [...notFound.errors, { code: 'other', message: 'another' }] };

  test.each([
    ['one item', 404, notFound, {}],
    ['two items, one of them bare', 422, two, {}],
    ['no items', 500, { errors: [] }, {}],
    ['another shape', 500, { message: 'no' }, {}],
    ['the trace id in a header', 404, { errors: [] }, { 'cf-ray': 'ray_1' }],
    ['trace ids in both', 404, notFound, { 'cf-ray': 'ray_1' }],
    ['Retry-After in seconds', 429, { errors: [] }, { 'Retry-After': '120' }],
    ['Retry-After of zero', 429, { errors: [] }, { 'Retry-After': '0' }],
    ['Retry-After as a date', 429, two, { 'Retry-After': 'Wed, 21 Oct 2037 07:28:00 GMT' }],
  ])("the error has the vendor's values: %s", async (_name, status, body, headers) => {
    api.answer = (res) => json(res, status, body, headers);
    const [ours, theirs] = [await ourError(), await theirError()];
    expect(ours.status).toBe(theirs.status);
    expect(ours.clerkTraceId).toBe(theirs.clerkTraceId);
    expect(ours.retryAfter).toBe(theirs.retryAfter);
    expect(ours.errors).toEqual(theirs.errors.map(fieldsOf));
  });

  describe('the members of an error', () => {
    test('hold what the headers and the body said', async () => {
      api.answer = (res) => json(res, 429, notFound, { 'Retry-After': '7' });
      const error = await ourError();
      expect(error).toMatchObject({ status: 429, clerkTraceId: 'trace_1', retryAfter: 7 });
      expect(error.errors[0]?.meta).toEqual({
        paramName: 'user_id',
        sessionId: 'sess_1',
        plan: { amount_formatted: '1' },
      });
    });

    test('skip items that are not objects', async () => {
      api.answer = (res) => json(res, 400, { errors: [null, 'text', { code: 7, message: 'm' }] });
      expect((await ourError()).errors).toEqual([{ code: '', message: 'm', meta: {} }]);
    });
  });
});

describe("the shape of an answer is the vendor's", () => {
  const options = { secretKey: 'sk_test_1', apiUrl: api.url, telemetry: { disabled: true } };
  const theirs = createVendorClient(options);
  const ours = createBackendApiClient({ secretKey: 'sk_test_1', apiUrl: api.url });
  const novelty = { object: 'novelty', some_key: { inner_key: 1 } };

  test.each([
    ['a list', [novelty, novelty]],
    ['an empty list', []],
    ['a page', { data: [novelty], total_count: 7 }],
    ['a page of none', { data: [], total_count: 0 }],
    ['a page that is not counted', { data: [novelty] }],
    ['a page of tokens of machines', { m2m_tokens: [novelty], total_count: 2 }],
    ['a count', { object: 'total_count', total_count: 12 }],
    ['something deleted', { object: 'user', id: 'user_1', deleted: true }],
    ['something deleted that has a slug', { object: 'organization', slug: 'acme', deleted: true }],
    ['something that is not deleted', { object: 'user', id: '', deleted: false }],
    ['deleted things in a list', [{ object: 'user', id: 'user_1', deleted: true }]],
    ['a list of texts', ['a', 'b']],
    ['an unknown kind', novelty],
    ['an object of no kind', { some_key: 1, data: { other_key: 2 } }],
  ])('%s', async (_name, body) => {
    api.answer = (res) => json(res, 200, body);
    const expected: unknown = await theirs.sessions.getSession('sess_1');
    const actual: unknown = await ours.sessions.getSession('sess_1');
    expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});

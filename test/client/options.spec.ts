import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { BackendApiClient, ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { createClerkClient } from '../../src/clerk-client.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();

describe('options of the client', () => {
  const token = { object: 'token', jwt: 'a.b.c' };

  beforeAll(() => {
    api.answer = (res) => json(res, 200, token);
  });

  const answering = (seen: string[]): typeof globalThis.fetch =>
    async function fetch(input) {
      seen.push(new Request(input).url);
      return Response.json(token);
    };

  test('calls go to api.clerk.com, version v1, unless told otherwise', async () => {
    const seen: string[] = [];
    const client = createBackendApiClient({ secretKey: 'sk_test_1', fetch: answering(seen) });
    await client.sessions.getToken('sess_1');
    expect(seen).toEqual(['https://api.clerk.com/v1/sessions/sess_1/tokens']);
  });

  test('machine tokens are verified at api.clerk.com without a version', async () => {
    const seen: string[] = [];
    const client = createBackendApiClient({ secretKey: 'sk_test_1', fetch: answering(seen) });
    await client.apiKeys.verify('ak_1');
    await client.m2m.verify({ token: 'mt_1' });
    await client.idPOAuthAccessToken.verify('oat_1');
    expect(seen).toEqual([
      'https://api.clerk.com/api_keys/verify',
      'https://api.clerk.com/m2m_tokens/verify',
      'https://api.clerk.com/oauth_applications/access_tokens/verify',
    ]);
  });

  test('apiUrl may have a path, and apiVersion replaces v1', async () => {
    const apiUrl = `${api.url}/clerk/`;
    const client = createBackendApiClient({ secretKey: 'sk_test_1', apiUrl, apiVersion: 'v2' });
    await client.sessions.getToken('sess_1');
    expect(api.requests.map(({ url }) => url)).toEqual(['/clerk/v2/sessions/sess_1/tokens']);
  });

  test('white space around apiUrl and apiVersion does no harm, and a blank apiVersion is v1', async () => {
    const apiUrl = ` ${api.url}/\n`;
    for (const apiVersion of [' v2 ', ' ', '']) {
      const client = createBackendApiClient({ secretKey: 'sk_test_1', apiUrl, apiVersion });
      await client.sessions.getToken('sess_1');
    }
    expect(api.requests.map(({ url }) => url.split('/')[1])).toEqual(['v2', 'v1', 'v1']);
  });

  test('a global fetch that is replaced after the client was made is used', async () => {
    const seen: string[] = [];
    const client = createBackendApiClient({ secretKey: 'sk_test_1' });
    const original = globalThis.fetch;
    globalThis.fetch = answering(seen);
    try {
      await client.sessions.getToken('sess_1');
    } finally {
      globalThis.fetch = original;
    }
    expect(seen).toHaveLength(1);
  });

  test.each([
    [{ apiUrl: 'api.clerk.com' }, 'CLERK_API_URL'],
    [{ apiUrl: '' }, 'CLERK_API_URL'],
    [{ apiUrl: 'ftp://api.example' }, 'CLERK_API_URL'],
    [{ apiUrl: 'https://user:pass@api.example' }, 'CLERK_API_URL'],
    [{ apiUrl: 'https://api.example?x=1' }, 'CLERK_API_URL'],
    [{ apiUrl: 'https://api.example?' }, 'CLERK_API_URL'],
    [{ apiUrl: 'https://api.example/#' }, 'CLERK_API_URL'],
    [{ apiVersion: '..' }, 'CLERK_API_VERSION'],
    [{ apiVersion: 'v1?' }, 'CLERK_API_VERSION'],
    [{ apiVersion: 'v1/users' }, 'CLERK_API_VERSION'],
    [{ timeoutInMs: 0 }, 'timeoutInMs'],
    [{ timeoutInMs: Number.NaN }, 'timeoutInMs'],
    [{ timeoutInMs: Infinity }, 'timeoutInMs'],
  ] satisfies [BackendApiClientOptions, string][])(
    'the options %j can not work, and the error names %s',
    (options, name) => {
      expect(() => createBackendApiClient(options)).toThrow(name);
      expect(() => createBackendApiClient(options)).not.toThrow('user:pass');
    },
  );

  test('a call waits five seconds unless told otherwise, and leaves no timer behind', async () => {
    jest.useFakeTimers();
    try {
      const client = createBackendApiClient({
        secretKey: 'sk_test_1',
        fetch: () => new Promise(() => {}),
      });
      const outcome = client.sessions.getToken('sess_1').catch((error: unknown) => error);
      await jest.advanceTimersByTimeAsync(4_999);
      expect(jest.getTimerCount()).toBe(1);
      await jest.advanceTimersByTimeAsync(1);
      expect(await outcome).toMatchObject({ errors: [{ code: 'timeout' }] });

      const quick = createBackendApiClient({ secretKey: 'sk_test_1', fetch: answering([]) });
      await quick.sessions.getToken('sess_1');
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('options of a call', () => {
  const SECRET_KEY = 'sk_test_call_options';
  const client = createBackendApiClient({
    secretKey: SECRET_KEY,
    apiUrl: api.url,
    headers: { 'X-Team': 'blue' },
  });

  async function failureOf(call: Promise<unknown>): Promise<ClerkApiError> {
    const error = await rejection(call);
    if (!(error instanceof ClerkApiError)) throw error;
    return error;
  }

  describe('a client made by with()', () => {
    test('has every API of the client that it was made from', () => {
      const other = client.with({ timeoutInMs: 100 });
      expect(other).toBeInstanceOf(BackendApiClient);
      const names = Object.entries(client).map(([name, member]) => [name, Object.keys(member)]);
      expect(names.length).toBeGreaterThan(36);
      const others = new Map(Object.entries(Object(other)));
      for (const [name, methods] of names) {
        const member: unknown = Reflect.get(other, String(name)) ?? others.get(String(name));
        expect(Object.keys(Object(member))).toEqual(methods);
      }
    });

    test('is there for a client that authenticates, too', async () => {
      api.answer = (res) => json(res, 200, wireUser);
      const clerk = createClerkClient({ secretKey: SECRET_KEY, apiUrl: api.url });
      await clerk.with({ headers: { 'X-Call': '1' } }).users.getUser('user_1');
      expect(api.requests[0]?.headers).toMatchObject({ 'x-call': '1' });
    });

    test('makes each of them once', () => {
      const other = client.with({});
      expect(other.users).toBe(other.users);
      expect(other.users).not.toBe(client.users);
    });

    test('asks with the same key, and leaves its origin as it was', async () => {
      api.answer = (res) => json(res, 200, wireUser);
      await client.with({ headers: { 'X-Call': '1' } }).users.getUser('user_1');
      await client.users.getUser('user_1');
      const seen = api.requests.map(({ headers }) => [headers.authorization, headers['x-call']]);
      expect(seen).toEqual([
        [`Bearer ${SECRET_KEY}`, '1'],
        [`Bearer ${SECRET_KEY}`, undefined],
      ]);
    });

    test('keeps what the options before said, where the later ones say nothing', async () => {
      api.answer = () => {};
      const quick = client.with({ timeoutInMs: 1_000, headers: { 'X-One': '1', 'X-Two': '1' } });
      const call = quick.with({ headers: { 'x-two': '2' } }).users.getUser('user_1');
      expect((await failureOf(call)).failure).toBe('timeout');
      expect(api.requests[0]?.headers).toMatchObject({
        'x-team': 'blue',
        'x-one': '1',
        'x-two': '2',
      });
    });

    test.each([
      [{ timeoutInMs: 0 }, 'timeoutInMs'],
      [{ timeoutInMs: Number.NaN }, 'timeoutInMs'],
      [{ retry: { attempts: 0 } }, 'retry.attempts'],
    ])('refuses options that can not work: %j', (options, name) => {
      expect(() => client.with(options)).toThrow(name);
    });
  });

  describe('extra headers', () => {
    test.each(['Authorization', 'authorization', 'AUTHORIZATION', 'aUTHORIZATION'])(
      'can not put another key in the place of ours: %s',
      async (name) => {
        api.answer = (res) => json(res, 200, wireUser);
        const headers = { [name]: 'Bearer sk_test_somebody_elses' };
        await client.with({ headers }).users.getUser('user_1');
        await createBackendApiClient({
          secretKey: SECRET_KEY,
          apiUrl: api.url,
          headers,
        }).users.getUser('user_1');
        for (const request of api.requests) {
          expect(request.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
        }
        expect(api.requests).toHaveLength(2);
      },
    );

    test('can not bring a key to a call that has none', async () => {
      api.answer = (res) => json(res, 200, { object: 'accountless_application' });
      const keyless = createBackendApiClient({ apiUrl: api.url });
      const requestHeaders = new Headers({
        Authorization: 'Bearer theirs',
        'X-Forwarded-For': '::1',
      });
      const { __experimental_accountlessApplications: applications } = keyless;
      await applications.createAccountlessApplication({ requestHeaders });
      expect(api.requests[0]?.headers).toMatchObject({ 'x-forwarded-for': '::1' });
      expect(api.requests[0]?.headers).not.toHaveProperty('authorization');
    });

    test('can not change the type of the body, and can change the user agent', async () => {
      api.answer = (res) => json(res, 200, wireUser);
      const headers = { 'content-type': 'text/plain', 'user-agent': 'my-app/1' };
      await client.with({ headers }).users.getUser('user_1');
      expect(api.requests[0]?.headers).toMatchObject({
        'content-type': 'application/json',
        'user-agent': 'my-app/1',
      });
    });

    test.each([
      ['a line break, which could begin another header', { 'X-A': 'secret\r\nX-B: 1' }],
      ['a name that is none', { 'X A': 'secret' }],
      ['a letter beyond Latin-1', { 'X-A': 'secret ✓' }],
    ])('with %s are refused without quoting the value', (_name, headers) => {
      expect(() => client.with({ headers })).toThrow('headers');
      expect(() => client.with({ headers })).not.toThrow('secret');
    });
  });

  test('a time-out of a call is its own, whatever the client says', async () => {
    api.answer = () => {};
    const started = performance.now();
    const error = await failureOf(client.with({ timeoutInMs: 60 }).users.getUser('user_1'));
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(error).toMatchObject({ failure: 'timeout', errors: [{ code: 'timeout' }] });
  });
});

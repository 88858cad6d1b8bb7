import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { json, startBackendApiServer } from './backend-api-server.js';
import type { BackendApiServer } from './backend-api-server.js';

const token = { object: 'token', jwt: 'a.b.c' };

let api: BackendApiServer;
beforeAll(async () => {
  api = await startBackendApiServer();
  api.answer = (res) => json(res, 200, token);
});
beforeEach(() => {
  api.requests.length = 0;
});
afterAll(() => api.close());

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

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { createClerkClient } from '../../src/client/index.js';
import type { ClerkClientOptions } from '../../src/client/index.js';
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
  const client = createClerkClient({ secretKey: 'sk_test_1', fetch: answering(seen) });
  await client.sessions.getToken('sess_1');
  expect(seen).toEqual(['https://api.clerk.com/v1/sessions/sess_1/tokens']);
});

test('apiUrl may have a path, and apiVersion replaces v1', async () => {
  const apiUrl = `${api.url}/clerk/`;
  const client = createClerkClient({ secretKey: 'sk_test_1', apiUrl, apiVersion: 'v2' });
  await client.sessions.getToken('sess_1');
  expect(api.requests.map(({ url }) => url)).toEqual(['/clerk/v2/sessions/sess_1/tokens']);
});

test('a global fetch that is replaced after the client was made is used', async () => {
  const seen: string[] = [];
  const client = createClerkClient({ secretKey: 'sk_test_1' });
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
  [{ timeoutInMs: 0 }, 'timeoutInMs'],
  [{ timeoutInMs: Number.NaN }, 'timeoutInMs'],
  [{ timeoutInMs: Infinity }, 'timeoutInMs'],
] satisfies [ClerkClientOptions, string][])(
  'the options %j can not work, and the error names %s',
  (options, name) => {
    expect(() => createClerkClient(options)).toThrow(name);
    expect(() => createClerkClient(options)).not.toThrow('user:pass');
  },
);

test('a call waits five seconds unless told otherwise, and leaves no timer behind', async () => {
  jest.useFakeTimers();
  try {
    const client = createClerkClient({
      secretKey: 'sk_test_1',
      fetch: () => new Promise(() => {}),
    });
    const outcome = client.sessions.getToken('sess_1').catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ errors: [{ code: 'timeout' }] });

    const quick = createClerkClient({ secretKey: 'sk_test_1', fetch: answering([]) });
    await quick.sessions.getToken('sess_1');
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

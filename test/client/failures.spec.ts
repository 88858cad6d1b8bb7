import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import {
  backendApiForTests,
  json,
  listen,
  rejection,
  startBackendApiServer,
} from './backend-api-server.js';
import type { BackendApiServer } from './backend-api-server.js';
import { wireUser } from './wire-user.js';
import type { ServerResponse } from 'node:http';

const api = await backendApiForTests();

describe('failures', () => {
  async function failure(options: BackendApiClientOptions = {}): Promise<ClerkApiError> {
    const client = createBackendApiClient({
      secretKey: 'sk_test_fail',
      apiUrl: api.url,
      ...options,
    });
    const error = await rejection(client.users.getUser('user_1'));
    if (!(error instanceof ClerkApiError)) throw error;
    expect(isClerkAPIResponseError(error)).toBe(true);
    return error;
  }

  async function freePort(): Promise<number> {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  describe('without an answer', () => {
    test('a refused connection says so', async () => {
      const error = await failure({ apiUrl: `http://127.0.0.1:${await freePort()}` });
      expect(error.status).toBeUndefined();
      expect(error.errors).toEqual([
        { code: 'connection_failed', message: 'ECONNREFUSED', meta: {} },
      ]);
      expect(error.message).toBe(
        'GET /v1/users/user_1 got no answer (connection_failed): ECONNREFUSED',
      );
      expect(error.cause).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    });

    test('a connection that is reset says so', async () => {
      api.answer = (res) => res.socket?.resetAndDestroy();
      const error = await failure();
      expect(error.status).toBeUndefined();
      expect(error.errors[0]).toMatchObject({ code: 'connection_reset', message: 'ECONNRESET' });
      expect(error.cause).toBeDefined();
    });

    test('a server that hangs up without a word says so', async () => {
      api.answer = (res) => res.socket?.destroy();
      const error = await failure();
      expect(error).toMatchObject({ status: undefined, failure: 'connection_reset' });
      expect(error.errors).toEqual([
        { code: 'connection_reset', message: 'other side closed', meta: {} },
      ]);
    });

    test('a host that nobody knows says so', async () => {
      const error = await failure({ apiUrl: 'http://nobody.invalid' });
      expect(error).toMatchObject({ status: undefined, failure: 'connection_failed' });
      expect(error.cause).toBeDefined();
    });

    test('a fetch that rejects with something that is no error is still explained', async () => {
      const error = await failure({ fetch: () => Promise.reject('plain text') });
      expect(error.errors[0]).toMatchObject({ code: 'connection_failed' });
      expect(error.cause).toBe('plain text');
    });

    test.each([
      ['before the headers', () => {}],
      ['in the middle of the body', (res) => res.writeHead(200).write('{"object":')],
    ] satisfies [string, BackendApiServer['answer']][])(
      'an answer that takes too long %s is a time-out',
      async (_name, answer) => {
        api.answer = answer;
        const started = Date.now();
        const error = await failure({ timeoutInMs: 100 });
        expect(Date.now() - started).toBeLessThan(2_000);
        expect(error.status).toBeUndefined();
        expect(error.errors[0]?.code).toBe('timeout');
        expect(error.message).toContain('100 ms');
        expect(error.cause).toMatchObject({ name: 'TimeoutError' });
      },
    );

    test('a fetch that ignores its signal is left behind', async () => {
      const signals: (AbortSignal | null | undefined)[] = [];
      const fetch: typeof globalThis.fetch = (_input, init) => {
        signals.push(init?.signal);
        return new Promise(() => {});
      };
      expect((await failure({ fetch, timeoutInMs: 20 })).errors[0]?.code).toBe('timeout');
      expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    });
  });

  describe('with an answer that is of no use', () => {
    test('a body that is not JSON says so', async () => {
      api.answer = (res) => res.writeHead(200, { 'cf-ray': 'ray_1' }).end('<html>');
      const error = await failure();
      expect(error).toMatchObject({ status: 200, clerkTraceId: 'ray_1' });
      expect(error.failure).toBe('invalid_json');
      expect(error.cause).toBeUndefined();
      expect(error.errors[0]?.code).toBe('invalid_json');
    });

    test("a gateway's page keeps its status and its Retry-After", async () => {
      api.answer = (res) => res.writeHead(502, { 'Retry-After': '3' }).end('<html>Bad gateway');
      const error = await failure();
      expect(error).toMatchObject({ status: 502, retryAfter: 3 });
      expect(error.errors[0]?.code).toBe('invalid_json');
      expect(error.message).toBe(
        'GET /v1/users/user_1 was answered 502 (invalid_json): The body is not JSON.',
      );
    });

    test('a body that breaks off says so', async () => {
      api.answer = (res) => {
        res.writeHead(200, { 'Content-Length': '1000' });
        res.write('{"object":', () => res.socket?.destroy());
      };
      const error = await failure();
      expect(error.status).toBe(200);
      expect(error.errors[0]?.code).toBe('truncated_body');
      expect(error.cause).toBeDefined();
    });

    test.each(['null', '"text"', '7'])('JSON that is no resource says so: %s', async (body) => {
      api.answer = (res) => res.writeHead(200).end(body);
      const error = await failure();
      expect(error.status).toBe(200);
      expect(error.errors[0]?.code).toBe('unexpected_body');
    });

    test('JSON is read whatever its content type says', async () => {
      api.answer = (res) => json(res, 200, wireUser, { 'Content-Type': 'application/json; a=b' });
      const client = createBackendApiClient({ secretKey: 'sk_test_fail', apiUrl: api.url });
      await expect(client.users.getUser('user_1')).resolves.toHaveProperty('id', 'user_1');
    });
  });

  test('a replaced fetch may answer without headers', async () => {
    const bare = (status: number, body: unknown) => {
      const answer = Response.json(body, { status });
      return Object.defineProperty(answer, 'headers', { value: undefined });
    };
    const found = async () => bare(200, wireUser);
    const client = createBackendApiClient({ secretKey: 'sk_test_fail', fetch: found });
    await expect(client.users.getUser('user_1')).resolves.toHaveProperty('id', 'user_1');
    const missing = await failure({ fetch: async () => bare(404, { errors: [{ code: 'no' }] }) });
    expect(missing).toMatchObject({ status: 404, errors: [{ code: 'no' }], clerkTraceId: '' });
  });

  test("an answer that says what went wrong is no failure: the codes are the API's", async () => {
    const body = {
      errors: [{ code: 'timeout', message: 'm', long_message: 'l', meta: { param_name: 'p' } }],
    };
    api.answer = (res) => json(res, 400, body, { 'cf-ray': 'ray_1' });
    const error = await failure();
    expect(error.failure).toBeUndefined();
    expect(error).toMatchObject({
      status: 400,
      method: 'GET',
      path: '/v1/users/user_1',
      clerkTraceId: 'ray_1',
      errors: [{ code: 'timeout', message: 'm', longMessage: 'l', meta: { paramName: 'p' } }],
    });
  });

  describe('a redirect', () => {
    test.each([301, 302, 303, 307, 308])(
      'of status %i never takes the secret key to another host',
      async (status) => {
        const elsewhere = await startBackendApiServer();
        elsewhere.answer = (res) => json(res, 200, wireUser);
        api.answer = (res) => res.writeHead(status, { Location: `${elsewhere.url}/v1/x` }).end();
        const error = await failure();
        await elsewhere.close();
        expect(error.status).toBe(status);
        expect(error.errors[0]?.code).toBe('redirected');
        expect(error.message).toContain('CLERK_API_URL');
        expect(elsewhere.requests).toEqual([]);
      },
    );

    test('that a fetch hides behind an opaque response is recognised', async () => {
      const opaque = Response.error();
      Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
      const error = await failure({ fetch: () => Promise.resolve(opaque) });
      expect(error.errors[0]?.code).toBe('redirected');
    });
  });
});

describe('long answers', () => {
  const { users } = createBackendApiClient({ secretKey: 'sk_test_long', apiUrl: api.url });

  test('the message of an error is short enough for a log, however much the answer says', async () => {
    const item = { code: 'c'.repeat(5_000), message: 'm'.repeat(5_000), long_message: '' };
    api.answer = (res) => json(res, 422, { errors: Array.from({ length: 20 }, () => item) });
    const error = await rejection(users.getUser('user_1'));
    if (!(error instanceof Error)) throw error;
    expect(error.message.length).toBeLessThan(2_200);
    expect(error.message).toContain('mmm…');
    expect(error).toHaveProperty('errors.19.message', 'm'.repeat(5_000));
  });

  test('an error without an end is not read to it', async () => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    api.answer = (res) => {
      res.on('close', close);
      res.writeHead(502);
      pour(res);
    };
    const error = await rejection(users.getUser('user_1'));
    expect(error).toMatchObject({ status: 502, failure: 'unexpected_body' });
    await closed;
  });

  test('an error of just below the bound is read, a character cut in two by a chunk included', async () => {
    const message = 'ü'.repeat(400_000);
    api.answer = (res) => json(res, 422, { errors: [{ code: 'long', message }] });
    const error = await rejection(users.getUser('user_1'));
    expect(error).toMatchObject({ status: 422, errors: [{ code: 'long', message }] });
  });

  test('the body of an error is read from a fetch that knows no streams', async () => {
    const answer = Response.json({ errors: [{ code: 'no', message: 'no' }] }, { status: 403 });
    Object.defineProperty(answer, 'body', { value: { pipe: () => {} } });
    const fetch: typeof globalThis.fetch = async () => answer;
    const client = createBackendApiClient({ secretKey: 'sk_test_long', fetch });
    await expect(rejection(client.users.getUser('user_1'))).resolves.toMatchObject({
      status: 403,
      errors: [{ code: 'no' }],
    });
  });

  /** Writes as long as somebody reads. */
  function pour(res: ServerResponse): void {
    while (!res.destroyed && res.write('x'.repeat(65_536)));
    if (!res.destroyed) res.once('drain', () => pour(res));
  }
});

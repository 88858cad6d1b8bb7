import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { FailureEvent, Hooks, RequestEvent, ResponseEvent } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireUser } from './wire-user.js';
import { setTimeout as pause } from 'node:timers/promises';

const api = await backendApiForTests();

describe('hooks', () => {
  const SECRET_KEY = 'sk_test_hooks_never_seen';

  type Seen =
    | { hook: 'onRequest'; event: RequestEvent }
    | { hook: 'onResponse'; event: ResponseEvent }
    | { hook: 'onFailure'; event: FailureEvent };

  /** A code, what leads to it, and how long the call may take. */
  type Failure = [string, typeof api.answer, number];

  function watching(): { seen: Seen[]; hooks: Hooks } {
    const seen: Seen[] = [];
    const hooks: Hooks = {
      onRequest: (event) => void seen.push({ hook: 'onRequest', event }),
      onResponse: (event) => void seen.push({ hook: 'onResponse', event }),
      onFailure: (event) => void seen.push({ hook: 'onFailure', event }),
    };
    return { seen, hooks };
  }

  const clientOf = (
    hooks: Hooks,
    retry: { attempts: number; firstDelayInMs: number } | false = false,
  ) => createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url, retry, ...hooks });

  describe('hooks', () => {
    test('tell what is asked and what came back', async () => {
      api.answer = (res) => setTimeout(() => json(res, 200, wireUser), 30);
      const { seen, hooks } = watching();
      await clientOf(hooks).users.getUser('user_1');
      const request = {
        method: 'GET',
        template: '/users/{userId}',
        url: `${api.url}/v1/users/user_1`,
        attempt: 1,
      };
      const durationInMs = expect.any(Number);
      expect(seen).toEqual([
        { hook: 'onRequest', event: request },
        {
          hook: 'onResponse',
          event: { ...request, status: 200, durationInMs, retryInMs: undefined },
        },
      ]);
      expect(Object(seen[1]?.event)).toHaveProperty('durationInMs');
      const duration: unknown = Reflect.get(Object(seen[1]?.event), 'durationInMs');
      expect(Number(duration)).toBeGreaterThan(20);
      expect(Number(duration)).toBeLessThan(5_000);
    });

    test('see an error answer as the answer that it is', async () => {
      api.answer = (res) => json(res, 404, { errors: [] });
      const { seen, hooks } = watching();
      await rejection(clientOf(hooks).users.getUser('user_1'));
      expect(seen.map(({ hook }) => hook)).toEqual(['onRequest', 'onResponse']);
      expect(seen[1]?.event).toMatchObject({ status: 404 });
    });

    test.each([
      ['connection_reset', (res) => void res.socket?.resetAndDestroy(), 5_000],
      ['timeout', () => {}, 400],
      [
        'truncated_body',
        (res) => {
          res.writeHead(200, { 'Content-Length': '1000' });
          res.write('{"object":', () => res.socket?.destroy());
        },
        5_000,
      ],
    ] satisfies Failure[])('tell of a failure: %s', async (code, answer, timeoutInMs) => {
      api.answer = answer;
      const { seen, hooks } = watching();
      await rejection(clientOf(hooks).with({ timeoutInMs }).users.getUser('user_1'));
      expect(seen.map(({ hook }) => hook)).toEqual(['onRequest', 'onFailure']);
      expect(seen[1]?.event).toMatchObject({ code, method: 'GET', attempt: 1 });
    });

    test('tell of an aborted call', async () => {
      api.answer = () => {};
      const { seen, hooks } = watching();
      const signal = AbortSignal.timeout(30);
      await rejection(clientOf(hooks).with({ signal }).users.getUser('user_1'));
      expect(seen[1]).toMatchObject({ hook: 'onFailure', event: { code: 'aborted' } });
    });

    test('see every attempt, and when the next one follows', async () => {
      api.answer = (res) => json(res, api.requests.length < 3 ? 503 : 200, wireUser);
      const { seen, hooks } = watching();
      await clientOf(hooks, { attempts: 3, firstDelayInMs: 10 }).users.getUser('user_1');
      const endings = seen.filter((it) => it.hook === 'onResponse').map(({ event }) => event);
      expect(endings.map(({ attempt, status }) => [attempt, status])).toEqual([
        [1, 503],
        [2, 503],
        [3, 200],
      ]);
      expect(endings.map(({ retryInMs }) => typeof retryInMs)).toEqual([
        'number',
        'number',
        'undefined',
      ]);
    });

    test('that change their event change nothing for the next', async () => {
      api.answer = (res) => json(res, 200, wireUser);
      const { seen, hooks } = watching();
      const spoil = (event: RequestEvent) =>
        void Object.assign(event, { url: 'spoilt', attempt: 9 });
      await clientOf({ ...hooks, onRequest: spoil }).users.getUser('user_1');
      expect(seen[0]?.event).toMatchObject({ url: `${api.url}/v1/users/user_1`, attempt: 1 });
    });
  });

  describe('what a hook could write into a log', () => {
    test('holds no key, no token, no body and nothing of what people are searched by', async () => {
      api.answer = (res) => json(res, 200, { ...wireUser, secret: 'ak_of_the_answer' });
      const { seen, hooks } = watching();
      const client = clientOf(hooks).with({ headers: { 'X-Proxy-Auth': 'header_never_seen' } });
      await client.users.getUserList({
        emailAddress: ['ada@example.com'],
        query: 'lovelace',
        limit: 5,
      });
      await client.clients.getHandshakePayload({ nonce: 'nonce_never_seen' });
      await client.apiKeys.verify('ak_never_seen');
      await client.m2m.verify({
        token: 'mt_never_seen',
        machineSecretKey: 'ak_machine_never_seen',
      });
      await client.users.verifyPassword({ userId: 'user_1', password: 'password_never_seen' });
      const written = JSON.stringify(seen);
      expect(seen.length).toBeGreaterThanOrEqual(10);
      expect(written).not.toMatch(/never_seen|ada|example\.com|lovelace|ak_of_the_answer|Bearer/);
      expect(written).toContain('limit=5');
      expect(written).toContain('nonce=');
    });

    test('holds no key that was put where an id belongs', async () => {
      api.answer = (res) => json(res, 404, { errors: [] });
      const { seen, hooks } = watching();
      await rejection(clientOf(hooks).users.getUser(SECRET_KEY));
      expect(seen).toHaveLength(2);
      expect(JSON.stringify(seen)).not.toContain(SECRET_KEY);
    });
  });
});

describe('a hook that fails', () => {
  const clientOf = (hooks: Hooks) =>
    createBackendApiClient({ secretKey: 'sk_test_hooks', apiUrl: api.url, ...hooks });

  const warn = jest.spyOn(process, 'emitWarning');
  beforeEach(() => {
    warn.mockReset();
  });
  afterAll(() => {
    warn.mockRestore();
  });

  const failures: [string, () => void | Promise<void>][] = [
    [
      'throws',
      () => {
        throw new Error('the log is full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the log is full'))],
  ];

  test.each(failures)('(it %s) breaks no call, and is told to onHookError', async (_name, hook) => {
    api.answer = (res) => json(res, 200, wireUser);
    const onHookError = jest.fn();
    const hooks = { onRequest: hook, onResponse: hook, onHookError };
    await expect(clientOf(hooks).users.getUser('user_1')).resolves.toHaveProperty('id', 'user_1');
    await pause(10);
    expect(onHookError.mock.calls).toEqual([
      [expect.objectContaining({ message: 'the log is full' })],
      [expect.objectContaining({ message: 'the log is full' })],
    ]);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each(failures)('(it %s) is told once as a warning otherwise', async (_name, fail) => {
    api.answer = (res) => json(res, 200, wireUser);
    const { users } = clientOf({ onRequest: () => fail() });
    await users.getUser('user_1');
    await users.getUser('user_1');
    await pause(10);
    const detail: unknown = expect.stringContaining('the log is full');
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining('hook'), { type: 'ClerkHookWarning', detail }],
    ]);
  });

  test('and an onHookError that fails too break no call', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const fail = () => {
      throw new Error('no');
    };
    const { users } = clientOf({ onRequest: fail, onHookError: fail });
    await expect(users.getUser('user_1')).resolves.toHaveProperty('id', 'user_1');
  });

  test('and an onHookError that rejects ends no process: the warning follows', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const fail = () => {
      throw new Error('the log is full');
    };
    // A function that answers a promise fits where nothing is expected of it.
    const onHookError: Hooks['onHookError'] = async () => fail();
    await clientOf({ onRequest: fail, onHookError }).users.getUser('user_1');
    await pause(20);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('and one that never ends hold up no call', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const { users } = clientOf({ onRequest: () => new Promise(() => {}) });
    await expect(users.getUser('user_1')).resolves.toHaveProperty('id', 'user_1');
  });
});

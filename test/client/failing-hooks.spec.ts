import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { createBackendApiClient } from '../../src/client/index.js';
import type { Hooks } from '../../src/client/index.js';
import { backendApiForTests, json } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();

const clientOf = (hooks: Hooks) =>
  createBackendApiClient({ secretKey: 'sk_test_hooks', apiUrl: api.url, ...hooks });

describe('a hook that fails', () => {
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

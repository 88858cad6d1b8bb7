import { describe, expect, test } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { realClock } from '../../src/client/clock.js';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const api = await backendApiForTests();
const client = createBackendApiClient({ secretKey: 'sk_test_shared', apiUrl: api.url });

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

async function arrived(count: number): Promise<void> {
  while (api.requests.length < count) await pause(5);
}

describe('a signal that ends many calls', () => {
  test('has one listener, of which Node does not warn, and none after them', async () => {
    api.answer = () => {};
    const controller = new AbortController();
    const { users } = client.with({ signal: controller.signal });
    const other = client.with({ signal: controller.signal, timeoutInMs: 10_000 });
    const calls = Array.from({ length: 12 }, async (_none, at) =>
      rejection((at % 2 ? users : other.users).getUser('user_1')),
    );
    await arrived(12);
    expect(listenersOf(controller.signal)).toBe(1);
    controller.abort(new Error('shut down'));
    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ failure: 'aborted', cause: { message: 'shut down' } });
    }
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test('keeps its listener until the last of them is over', async () => {
    api.answer = (res, { url }) => url.endsWith('quick') && json(res, 200, wireUser);
    const controller = new AbortController();
    const { users } = client.with({ signal: controller.signal });
    const slow = rejection(users.getUser('slow'));
    await users.getUser('quick');
    expect(listenersOf(controller.signal)).toBe(1);
    controller.abort();
    await expect(slow).resolves.toMatchObject({ failure: 'aborted' });
  });

  test('ends the waits between attempts, too, with one listener', async () => {
    const { signal, abort } = abortable();
    const waits = Array.from({ length: 12 }, async () =>
      rejection(realClock.wait(60_000, [signal])),
    );
    expect(listenersOf(signal)).toBe(1);
    abort();
    await expect(Promise.all(waits)).resolves.toEqual(Array(12).fill('enough'));
    expect(listenersOf(signal)).toBe(0);
  });
});

describe('with() of a client that has a signal', () => {
  test.each([
    ['outer', 0],
    ['inner', 1],
  ])('keeps it beside the new one: the %s one ends the call', async (_name, which) => {
    api.answer = () => {};
    const signals = [abortable(), abortable()] as const;
    const both = client.with({ signal: signals[0].signal }).with({ signal: signals[1].signal });
    const call = rejection(both.users.getUser('user_1'));
    await arrived(1);
    signals[which]?.abort();
    await expect(call).resolves.toMatchObject({ failure: 'aborted', cause: 'enough' });
    expect(signals.map(({ signal }) => listenersOf(signal))).toEqual([0, 0]);
  });

  test('makes no request when the outer one is aborted already', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const { signal } = new AbortController();
    const both = client.with({ signal: AbortSignal.abort() }).with({ signal });
    await expect(rejection(both.users.getUser('u'))).resolves.toHaveProperty('failure', 'aborted');
    expect(api.requests).toEqual([]);
  });
});

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort('enough') };
}

import { describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireUser } from './wire-user.js';

const SECRET_KEY = 'sk_test_aborted';
const api = await backendApiForTests();
const client = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });

async function failureOf(call: Promise<unknown>): Promise<ClerkApiError> {
  const error = await rejection(call);
  if (!(error instanceof ClerkApiError)) throw error;
  return error;
}

async function arrived(count = 1): Promise<void> {
  while (api.requests.length < count) await pause(5);
}

describe('a call that is aborted', () => {
  test.each([
    ['before the headers', () => {}],
    ['in the middle of the body', (res) => void res.writeHead(200).write('{"object":')],
  ] satisfies [string, typeof api.answer][])(
    '%s rejects at once, and says so',
    async (_name, answer) => {
      api.answer = answer;
      const controller = new AbortController();
      const outcome = failureOf(client.with({ signal: controller.signal }).users.getUser('user_1'));
      await arrived();
      await pause(20);
      const reason = new Error('the visitor left');
      controller.abort(reason);
      const error = await outcome;
      expect(error).toMatchObject({ failure: 'aborted', status: undefined, cause: reason });
      expect(error.errors).toEqual([
        { code: 'aborted', message: "The call's signal was aborted.", meta: {} },
      ]);
      expect(error.message).toBe(
        "GET /v1/users/user_1 got no answer (aborted): The call's signal was aborted.",
      );
    },
  );

  test('closes its connection', async () => {
    let closed = false;
    api.answer = (res) => void res.on('close', () => (closed = true));
    const controller = new AbortController();
    const outcome = failureOf(client.with({ signal: controller.signal }).users.getUser('user_1'));
    await arrived();
    controller.abort();
    await outcome;
    await pause(50);
    expect(closed).toBe(true);
  });

  test('before it begins makes no request', async () => {
    const signal = AbortSignal.abort();
    expect((await failureOf(client.with({ signal }).users.getUser('user_1'))).failure).toBe(
      'aborted',
    );
    expect(api.requests).toEqual([]);
  });

  test("by a signal's own deadline is aborted, not late: the client's deadline is another", async () => {
    api.answer = () => {};
    const signal = AbortSignal.timeout(30);
    const error = await failureOf(client.with({ signal }).users.getUser('user_1'));
    expect(error).toMatchObject({ failure: 'aborted', cause: { name: 'TimeoutError' } });
  });

  test('after its answer changes nothing, and a signal that outlives many calls keeps none', async () => {
    api.answer = (res) => json(res, 200, wireUser);
    const controller = new AbortController();
    const add = jest.spyOn(controller.signal, 'addEventListener');
    const remove = jest.spyOn(controller.signal, 'removeEventListener');
    const { users } = client.with({ signal: controller.signal });
    for (let call = 0; call < 5; call += 1) await users.getUser('user_1');
    expect(add).toHaveBeenCalledTimes(5);
    expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(
      add.mock.calls.map(([, listener]) => listener),
    );
    controller.abort();
  });

  test('has the reason of its signal for a cause, whatever that holds, and does not look into it', async () => {
    let looks = 0;
    const request = { authorization: `Bearer ${SECRET_KEY}` };
    const look = () => {
      looks += 1;
      return 'a request';
    };
    Object.defineProperty(request, inspect.custom, { value: look });
    const reason = Object.assign(new Error('the visitor left'), { request });
    const signal = AbortSignal.abort(reason);
    const error = await failureOf(client.with({ signal }).users.getUser('user_1'));
    expect(error.cause).toBe(reason);
    expect(looks).toBe(0);
  });

  test('whose fetch ignores the signal is left behind', async () => {
    const fetch: typeof globalThis.fetch = () => new Promise(() => {});
    const deaf = createBackendApiClient({ secretKey: SECRET_KEY, fetch });
    const signal = AbortSignal.timeout(20);
    expect((await failureOf(deaf.with({ signal }).users.getUser('u'))).failure).toBe('aborted');
  });
});

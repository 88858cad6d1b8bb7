import { describe, expect, it, jest, test } from '@jest/globals';
import { createClerkClient } from 'clerk-nestjs';
import { ENDING_OPERATIONS } from '../../src/client/ending-calls.js';
import { machineTokenEndings } from '../../src/client/machine-token-endings.js';
import { digestOf } from '../../src/digest.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ClerkApiError, createBackendApiClient } from '../../src/client/index.js';
import { wireUser } from './wire-user.js';
import { getEventListeners } from 'node:events';
import { realClock } from '../../src/client/clock.js';

const api = await backendApiForTests();

describe('calls that end something', () => {
  const called = new Set<string>();
  const clerk = createClerkClient({
    secretKey: 'sk_test_1',
    apiUrl: api.url,
    onRequest: ({ method, template }) => void called.add(`${method} ${template}`),
  });
  type Client = Pick<typeof clerk, 'apiKeys' | 'm2m' | 'machines' | 'oauthApplications' | 'users'> &
    Pick<typeof clerk, 'organizations'>;

  /** Which of these names a call ends. */
  async function endedBy(call: (client: Client) => Promise<unknown>, names: readonly string[]) {
    const before = machineTokenEndings.count;
    await call(clerk).catch(() => undefined);
    return names.filter((name) => machineTokenEndings.endedSince(before, [digestOf(name)]));
  }

  const KINDS = ['api_key', 'm2m_token', 'oauth_token'];

  type Row = [operation: string, call: (client: Client) => Promise<unknown>, ended: string];

  const ROWS: Row[] = [
    ['apiKeys.revoke', ({ apiKeys }) => apiKeys.revoke({ apiKeyId: 'ak_1' }), 'ak_1'],
    ['apiKeys.delete', ({ apiKeys }) => apiKeys.delete('ak_2'), 'ak_2'],
    ['apiKeys.update', ({ apiKeys }) => apiKeys.update({ apiKeyId: 'ak_3', subject: 's' }), 'ak_3'],
    ['m2m.revokeToken', ({ m2m }) => m2m.revokeToken({ m2mTokenId: 'mt_1' }), 'mt_1'],
    ['machines.delete', ({ machines }) => machines.delete('mch_1'), 'm2m_token'],
    ['machines.deleteScope', ({ machines }) => machines.deleteScope('mch_1', 'mch_2'), 'm2m_token'],
    [
      'machines.rotateSecretKey',
      ({ machines }) => machines.rotateSecretKey({ machineId: 'mch_1', previousTokenTtl: 0 }),
      'm2m_token',
    ],
    [
      'oauthApplications.delete',
      (client) => client.oauthApplications.delete('oa_1'),
      'oauth_token',
    ],
    [
      'oauthApplications.revokeToken',
      (client) =>
        client.oauthApplications.revokeToken({ oauthApplicationId: 'oa_1', token: 'oat_1' }),
      'oauth_token',
    ],
    ['users.deleteUser', ({ users }) => users.deleteUser('user_1'), 'user_1'],
    ['users.banUser', ({ users }) => users.banUser('user_2'), 'user_2'],
    ['users.banUsers', ({ users }) => users.banUsers({ userIds: ['user_3', 'user_4'] }), 'user_4'],
    [
      'organizations.deleteOrganization',
      (client) => client.organizations.deleteOrganization('org_1'),
      'org_1',
    ],
  ];

  describe('a call that ends tokens of programs is noted', () => {
    it.each(ROWS)('when it succeeds: %s', async (_operation, call, ended) => {
      api.answer = (res) => json(res, 200, { object: 'some_resource' });
      expect(await endedBy(call, [ended, 'other_1', ...KINDS])).toEqual(
        KINDS.includes(ended) ? [ended, ended] : [ended],
      );
    });

    it.each(ROWS)(
      'when it fails, as the API may have done it: %s',
      async (_operation, call, ended) => {
        api.answer = (res) => res.destroy();
        expect(await endedBy(call, [ended])).toEqual([ended]);
      },
    );

    it('by all operations that there are', () => {
      expect([...called].toSorted()).toEqual([...ENDING_OPERATIONS].toSorted());
    });

    it('by what the answer names: an organization that was deleted by its slug', async () => {
      api.answer = (res) =>
        json(res, 200, { id: 'org_9', object: 'organization', slug: 'acme', deleted: true });
      const call: Row[1] = ({ organizations }) => organizations.deleteOrganization('acme');
      expect(await endedBy(call, ['acme', 'org_9'])).toEqual(['acme', 'org_9']);
    });

    it('by an id as it is, not as it is written in a path', async () => {
      api.answer = (res) => json(res, 200, {});
      expect(await endedBy(({ users }) => users.deleteUser('a/b c'), ['a/b c'])).toEqual(['a/b c']);
    });

    it('of each user that several are banned with', async () => {
      api.answer = (res) => json(res, 200, []);
      const userIds = ['user_5', 'user_6'];
      expect(await endedBy(({ users }) => users.banUsers({ userIds }), userIds)).toEqual(userIds);
    });

    it('by a copy of the client with options of its own', async () => {
      api.answer = (res) => json(res, 200, {});
      const call = () => clerk.with({ timeoutInMs: 1_000 }).with({}).apiKeys.delete('ak_copy');
      expect(await endedBy(call, ['ak_copy'])).toEqual(['ak_copy']);
    });

    it('before whoever made it goes on, and not before the API has answered', async () => {
      const before = machineTokenEndings.count;
      const atTheApi: number[] = [];
      api.answer = (res) => {
        atTheApi.push(machineTokenEndings.count);
        json(res, 200, {});
      };
      await clerk.apiKeys.delete('ak_in_time');
      expect([...atTheApi, machineTokenEndings.count]).toEqual([before, before + 1]);
    });
  });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['reads', ({ apiKeys }) => apiKeys.get('ak_1')],
    ['verifies', ({ apiKeys }) => apiKeys.verify('ak_1')],
    ['makes something', ({ users }) => users.createUser({})],
    ['locks a user, whose sessions and keys go on', ({ users }) => users.lockUser('user_1')],
  ])('a call that %s ends nothing', async (_does, call) => {
    api.answer = (res) => json(res, 200, { object: 'some_resource', id: 'id_1' });
    const before = machineTokenEndings.count;
    await call(clerk);
    expect(machineTokenEndings.count).toBe(before);
  });
});

describe('a call that is aborted', () => {
  const SECRET_KEY = 'sk_test_aborted';

  const client = createBackendApiClient({ secretKey: SECRET_KEY, apiUrl: api.url });

  async function failureOf(call: Promise<unknown>): Promise<ClerkApiError> {
    const error = await rejection(call);
    if (!(error instanceof ClerkApiError)) throw error;
    return error;
  }

  async function arrived(count = 1): Promise<void> {
    while (api.requests.length < count) await pause(5);
  }

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

describe('signals that calls share', () => {
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
      await expect(rejection(both.users.getUser('u'))).resolves.toHaveProperty(
        'failure',
        'aborted',
      );
      expect(api.requests).toEqual([]);
    });
  });

  function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort('enough') };
  }
});

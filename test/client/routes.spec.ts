import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiCall } from '../../src/client/api-call.js';
import { bind } from '../../src/client/bind.js';
import { toConnection } from '../../src/client/connection.js';
import { routes } from '../../src/client/routes.js';
import { createSend } from '../../src/client/send.js';
import { json, rejection, startBackendApiServer } from './backend-api-server.js';
import type { BackendApiServer } from './backend-api-server.js';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { readdirSync, readFileSync } from 'node:fs';
import { camelize, camelKey, snakeize, snakeKey } from '../../src/client/casing.js';

describe('routes', () => {
  interface ThingParams {
    readonly [name: string]: unknown;
  }

  interface Things {
    list(params?: ThingParams): Promise<unknown>;
    remove(thingId: string, params?: ThingParams): Promise<unknown>;
    create(params: ThingParams): Promise<unknown>;
    update(thingId: string, params: ThingParams): Promise<unknown>;
    rename(boxId: string, thingId: string, params: ThingParams): Promise<unknown>;
    move(params: { boxId: string; thingId: string; newName?: string }): Promise<unknown>;
    open(boxId: string, params: { thingId: string; force: boolean }): Promise<unknown>;
  }

  const table = routes<Things>()({
    list: 'GET /things',
    remove: 'DELETE /things/{thingId}',
    create: 'POST /things',
    update: 'PATCH /things/{thingId}',
    rename: 'PUT /boxes/{boxId}/things/{thingId}/name',
    move: 'POST /boxes/{boxId}/things/{thingId}',
    open: 'POST /boxes/{boxId}/{thingId}/open',
  });

  describe('bind', () => {
    const calls: ApiCall[] = [];
    const things = bind(table, async (call) => {
      calls.push(call);
    });
    beforeEach(() => {
      calls.length = 0;
    });

    test.each([
      [() => things.list(), 'GET', '/things', {}],
      [() => things.list({ limit: 1 }), 'GET', '/things', { limit: 1 }],
      [() => things.remove('a b'), 'DELETE', '/things/a%20b', {}],
      [() => things.update('a', { name: 'n' }), 'PATCH', '/things/a', { name: 'n' }],
      [() => things.update('a', { thingId: 'b' }), 'PATCH', '/things/a', { thingId: 'b' }],
      [() => things.rename('a', 'b', { n: 1 }), 'PUT', '/boxes/a/things/b/name', { n: 1 }],
      [
        () => things.move({ boxId: 'a', thingId: 'b', newName: 'n' }),
        'POST',
        '/boxes/a/things/b',
        { newName: 'n' },
      ],
      [
        () => things.open('a', { thingId: '$&', force: true }),
        'POST',
        '/boxes/a/%24%26/open',
        { force: true },
      ],
    ] satisfies [() => Promise<unknown>, string, string, object][])(
      'fills the slots and sends on the rest: %s',
      async (act, method, path, params) => {
        await act();
        const usual = { version: 'in-path', caller: { kind: 'instance' } };
        expect(calls).toMatchObject([{ method, path, params, ...usual }]);
        expect(calls[0]?.params).toStrictEqual(params);
      },
    );

    test('a table for machines takes their key out of the parameters, and says who asks', async () => {
      const convention = { version: 'absent', caller: 'machine' } as const;
      const machines = bind(
        routes<Things>(convention)({ list: 'GET /things', remove: 'DELETE /things/{thingId}' }),
        async (call) => {
          calls.push(call);
        },
      );
      await machines.list({ limit: 1, machineSecretKey: 'k' });
      await machines.remove('a');
      const caller = { kind: 'machine', machineSecretKey: undefined };
      expect(calls).toStrictEqual([
        {
          method: 'GET',
          version: 'absent',
          template: '/things',
          path: '/things',
          caller: { ...caller, machineSecretKey: 'k' },
          params: { limit: 1 },
        },
        {
          method: 'DELETE',
          version: 'absent',
          template: '/things/{thingId}',
          path: '/things/a',
          caller,
          params: {},
        },
      ]);
    });

    test('elsewhere a parameter of that name is one like any other', async () => {
      await things.create({ machineSecretKey: 'k' });
      expect(calls).toMatchObject([
        { caller: { kind: 'instance' }, params: { machineSecretKey: 'k' } },
      ]);
    });

    test('leaves the parameter object as it was', async () => {
      const params = Object.freeze({ boxId: 'a', thingId: 'b' });
      await things.move(params);
      expect(params).toEqual({ boxId: 'a', thingId: 'b' });
    });

    test.each([
      ['', 'b', 'boxId'],
      ['a', '..', 'thingId'],
    ])('names the property that holds a bad id (%j, %j)', async (boxId, thingId, parameter) => {
      const error = await rejection(things.move({ boxId, thingId }));
      expect(error).toMatchObject({ code: 'invalid_id', parameter });
      expect(calls).toEqual([]);
    });
  });

  describe('on the wire', () => {
    let api: BackendApiServer;
    beforeAll(async () => {
      api = await startBackendApiServer();
      api.answer = (res) => json(res, 200, { object: 'thing' });
    });
    beforeEach(() => {
      api.requests.length = 0;
    });
    afterAll(() => api.close());

    const things = () =>
      bind(table, createSend(toConnection({ secretKey: 'sk_test_1', apiUrl: api.url })));

    test.each([
      [{ withCount: false, pageOffset: 0 }, '?with_count=false&page_offset=0'],
      [{ userId: ['a', 'b&c'], empty: [] }, '?user_id=a&user_id=b%26c'],
      [{ gone: undefined, none: null, orderBy: '-created_at' }, '?order_by=-created_at'],
      [{}, ''],
    ])('the parameters %j become the query of GET and DELETE', async (params, query) => {
      await things().list(params);
      await things().remove('a', params);
      expect(api.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
        ['GET', `/v1/things${query}`, ''],
        ['DELETE', `/v1/things/a${query}`, ''],
      ]);
    });

    test.each([
      [
        { someName: { innerName: [{ deepName: 1 }] } },
        { some_name: { innerName: [{ deepName: 1 }] } },
      ],
      [{ publicMetadata: { someKey: { aB: 1 } } }, { public_metadata: { someKey: { aB: 1 } } }],
      [
        { a: null, b: false, c: 0, d: undefined },
        { a: null, b: false, c: 0 },
      ],
    ])('the parameters %j become the body of the other methods', async (params, body) => {
      await things().create(params);
      await things().update('a', params);
      expect(api.requests.map(({ method, url }) => [method, url])).toEqual([
        ['POST', '/v1/things'],
        ['PATCH', '/v1/things/a'],
      ]);
      for (const request of api.requests) expect(JSON.parse(request.body)).toEqual(body);
    });

    test('a table without a version in its paths follows apiUrl at once, whatever apiVersion is', async () => {
      const connection = toConnection({
        secretKey: 'sk_test_1',
        apiUrl: `${api.url}/clerk/`,
        apiVersion: 'v2',
      });
      const unversioned = routes<Things>({ version: 'absent' })({
        remove: 'DELETE /things/{thingId}',
      });
      await bind(unversioned, createSend(connection)).remove('a', { force: true });
      expect(api.requests.map(({ url }) => url)).toEqual(['/clerk/things/a?force=true']);
    });

    test('parameters without a value make no body', async () => {
      await things().create({ gone: undefined });
      expect(api.requests[0]?.body).toBe('');
    });

    test("an error's path has no query, which may hold personal data", async () => {
      api.answer = (res) => json(res, 422, { errors: [{ code: 'c', message: 'm' }] });
      const error = await rejection(things().list({ emailAddress: 'ada@example.com' }));
      expect(api.requests[0]?.url).toContain('ada%40example.com');
      expect(error).toHaveProperty('path', '/v1/things');
      expect(error).toHaveProperty('message', 'GET /v1/things was answered 422 (c): m');
    });
  });
});

describe('the casing of names', () => {
  test.each([
    ['id', 'id'],
    ['firstName', 'first_name'],
    ['primaryWeb3WalletId', 'primary_web3_wallet_id'],
    ['externalVerificationRedirectURL', 'external_verification_redirect_url'],
    ['ssoURLPath', 'sso_url_path'],
    ['already_snake', 'already_snake'],
    ['oauth2TokenId', 'oauth2_token_id'],
  ])('%s is %s on the wire', (name, wireName) => {
    expect(snakeKey(name)).toBe(wireName);
  });

  test.each([
    ['id', 'id'],
    ['param_name', 'paramName'],
    ['primary_web3_wallet_id', 'primaryWeb3WalletId'],
    ['alreadyCamel', 'alreadyCamel'],
    ['_private', '_private'],
    ['address_1', 'address1'],
  ])('%s is the property %s', (wireName, name) => {
    expect(camelKey(wireName)).toBe(name);
  });

  test('keys are renamed at every depth and values are left alone', () => {
    const wire = { a_b: [{ c_d: 'e_f' }, null, 1], g_h: { i_j: true } };
    expect(camelize(wire)).toEqual({ aB: [{ cD: 'e_f' }, null, 1], gH: { iJ: true } });
    expect(snakeize(camelize(wire))).toEqual(wire);
  });

  test.each(['public_metadata', 'private_metadata', 'unsafe_metadata', 'claims', 'actor'])(
    'what is below %s is data, in both directions',
    (key) => {
      const data = { snake_key: 1, camelKey: { inner_key: 2, innerKey: 3 } };
      expect(Object.values(Object(camelize({ [key]: data })))).toEqual([data]);
      expect(Object.values(Object(snakeize({ [camelKey(key)]: data })))).toEqual([data]);
    },
  );

  test('dates and other objects with a class pass as they are', () => {
    const date = new Date(0);
    expect(snakeize({ someDate: date })).toEqual({ some_date: date });
  });

  test('prototype pollution: a key __proto__ stays a key', () => {
    const renamed = camelize(JSON.parse('{"__proto__":{"is_admin":true}}'));
    expect(Object.getPrototypeOf(renamed)).toBe(Object.prototype);
    expect(renamed).not.toHaveProperty('isAdmin');
  });

  describe("the vendor's names", () => {
    const declarations = new URL('dist/api/', import.meta.resolve('@clerk/backend/package.json'));

    /** Every name of a parameter or field in the declarations of the vendor's client. */
    function vendorNames(): string[] {
      const files = ['endpoints/', 'resources/'].flatMap((folder) => {
        const url = new URL(folder, declarations);
        return readdirSync(url)
          .filter((file) => file.endsWith('.d.ts'))
          .map((file) => readFileSync(new URL(file, url), 'utf8'));
      });
      const code = files.join('\n').replaceAll(/\/\*.*?\*\//gs, '');
      return [...new Set([...code.matchAll(/([A-Za-z_]\w*)\??:/g)].map(([, name = '']) => name))];
    }

    test('are on the wire what the vendor makes of them', async () => {
      const names = vendorNames();
      expect(names.length).toBeGreaterThan(700);
      const api = await startBackendApiServer();
      api.answer = (res) => json(res, 200, []);
      const options = { secretKey: 'sk_test_1', apiUrl: api.url, telemetry: { disabled: true } };
      const items = names.map((name) => ({ emailAddress: 'a', [name]: 'a' }));
      await createVendorClient(options).waitlistEntries.createBulk(items);
      await api.close();
      const sent: object[] = JSON.parse(api.requests[0]?.body ?? '');
      const wireNames = sent.map((item) => Object.keys(item).at(-1));
      expect(names.map(snakeKey)).toEqual(wireNames);
    });
  });
});

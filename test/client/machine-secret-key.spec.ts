import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import type { BackendApiClientOptions } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireApiKey, wireM2MToken } from './wire-machine-tokens.js';

const api = await backendApiForTests();

const instance = { secretKey: 'sk_test_instance' };
const machine = { machineSecretKey: 'ak_machine' };

function clients(keys: BackendApiClientOptions) {
  const options = { ...keys, apiUrl: api.url };
  const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
  return { ours: createBackendApiClient(options), theirs };
}

describe('m2m.verify', () => {
  test.each<[BackendApiClientOptions, string | undefined, string]>([
    [{ ...instance, ...machine }, 'ak_call', 'ak_call'],
    [instance, 'ak_call', 'ak_call'],
    [{}, 'ak_call', 'ak_call'],
    [{ ...instance, ...machine }, undefined, 'ak_machine'],
    [{ ...instance, ...machine }, '', 'ak_machine'],
    [machine, undefined, 'ak_machine'],
    [instance, undefined, 'sk_test_instance'],
    [instance, '', 'sk_test_instance'],
    [{ ...instance, machineSecretKey: '' }, undefined, 'sk_test_instance'],
  ])(
    "of a client with %j, called with the machine secret key %p, goes with %s as the vendor's",
    async (keys, machineSecretKey, expected) => {
      api.answer = (res) => json(res, 200, wireM2MToken);
      const { ours, theirs } = clients(keys);
      await ours.m2m.verify({ token: 'mt_1', machineSecretKey });
      await theirs.m2m.verify({ token: 'mt_1', machineSecretKey });
      const seen = api.requests.map(({ headers, body }) => [headers.authorization, body]);
      const wanted = [`Bearer ${expected}`, '{"token":"mt_1"}'];
      expect(seen).toEqual([wanted, wanted]);
    },
  );

  test.each([{}, { secretKey: ' ', machineSecretKey: '' }])(
    'of a client with the keys %j names what is missing, and asks nothing',
    async (keys) => {
      const error = await rejection(clients(keys).ours.m2m.verify({ token: 'mt_1' }));
      expect(error).toMatchObject({ code: 'invalid_configuration', clerkError: true });
      for (const name of ['machineSecretKey', 'CLERK_MACHINE_SECRET_KEY', 'CLERK_SECRET_KEY']) {
        expect(error).toHaveProperty('message', expect.stringContaining(name));
      }
      expect(api.requests).toEqual([]);
    },
  );

  test('leaves the parameter object as it was', async () => {
    api.answer = (res) => json(res, 200, wireM2MToken);
    const params = Object.freeze({ token: 'mt_1', machineSecretKey: 'ak_call' });
    await clients({}).ours.m2m.verify(params);
    expect(params).toEqual({ token: 'mt_1', machineSecretKey: 'ak_call' });
  });
});

test("a machine's key never stands in for the instance's in other operations", async () => {
  api.answer = (res) => json(res, 200, wireApiKey);
  const { ours } = clients({ ...instance, ...machine });
  await ours.apiKeys.verify('ak_1');
  await ours.idPOAuthAccessToken.verify('oat_1');
  await ours.users.getUser('user_1');
  const seen = api.requests.map(({ headers }) => headers.authorization);
  expect(seen).toEqual(Array(3).fill('Bearer sk_test_instance'));

  api.requests.length = 0;
  const { ours: withoutSecretKey } = clients(machine);
  const errors = [
    await rejection(withoutSecretKey.apiKeys.verify('ak_1')),
    await rejection(withoutSecretKey.idPOAuthAccessToken.verify('oat_1')),
    await rejection(withoutSecretKey.users.getUser('user_1')),
  ];
  for (const error of errors) {
    expect(error).toMatchObject({ code: 'invalid_configuration' });
    expect(error).toHaveProperty('message', expect.stringContaining('CLERK_SECRET_KEY'));
  }
  expect(api.requests).toEqual([]);
});

test('white space around a machine secret key does no harm', async () => {
  api.answer = (res) => json(res, 200, wireM2MToken);
  const { ours } = clients({ machineSecretKey: ' ak_machine\n' });
  await ours.m2m.verify({ token: 'mt_1' });
  await ours.m2m.verify({ token: 'mt_1', machineSecretKey: 'ak_call\n' });
  const seen = api.requests.map(({ headers }) => headers.authorization);
  expect(seen).toEqual(['Bearer ak_machine', 'Bearer ak_call']);
});

import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { camelKey, camelize, snakeKey, snakeize } from '../../src/client/casing.js';
import { json, startBackendApiServer } from './backend-api-server.js';

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

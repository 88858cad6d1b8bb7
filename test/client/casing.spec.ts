import { expect, test } from '@jest/globals';
import { camelKey, camelize, snakeKey, snakeize } from '../../src/client/casing.js';

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

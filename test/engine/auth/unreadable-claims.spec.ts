import { describe, expect, test } from '@jest/globals';
import { ask, authOf } from './signed.js';
import { vendorAuthOf } from './vendor.js';

const organization = { id: 'org_1', rol: 'admin', per: 'read,manage', fpm: '3' };

/** Every one of these makes the vendor throw while it builds the auth object. */
const UNREADABLE: [name: string, claims: object][] = [
  ['a feature without a colon', { fea: 'articles', o: organization }],
  ['a feature list that ends in a comma', { fea: 'o:articles,', o: organization }],
  ['a feature without a colon after good ones', { fea: 'o:articles,u', o: organization }],
  ['a number for features', { fea: 7, o: organization }],
  ['a list for features', { fea: ['o:articles'], o: organization }],
  ['an object for features', { fea: { o: 'articles' }, o: organization }],
  ['true for features', { fea: true, o: organization }],
  ['a number for permissions', { fea: 'o:articles', o: { ...organization, per: 3 } }],
  ['a list for permissions', { fea: 'o:articles', o: { ...organization, per: ['read'] } }],
  ['a number for the bitmaps', { fea: 'o:articles', o: { ...organization, fpm: 3 } }],
  ['a list for the bitmaps', { fea: 'o:articles', o: { ...organization, fpm: ['3'] } }],
  [
    'a role that has no text',
    { fea: 'o:articles', o: { id: 'org_1', rol: JSON.parse('{"toString":1,"valueOf":1}') } },
  ],
];

describe.each(UNREADABLE)('a version 2 token with %s', (_, claims) => {
  const token = { v: 2, sub: 'user_1', sid: 'sess_1', ...claims };

  test('makes the vendor throw', () => {
    expect(vendorAuthOf(token).made).toBeUndefined();
  });

  test('has no permissions, and still a user', () => {
    const auth = authOf(token);
    expect(auth.userId).toBe('user_1');
    expect(auth.orgId).toBe('org_1');
    expect(auth.orgPermissions).toEqual([]);
  });

  test.each(['org:articles:read', 'articles:manage', 'org::read', 'org:undefined:read'])(
    'does not grant the permission %j',
    (permission) => {
      expect(ask(authOf(token).has, { permission })).toBe(false);
    },
  );
});

test.each(UNREADABLE.slice(0, 7))('%s: no feature passes', (_, claims) => {
  const { has } = authOf({ v: 2, sub: 'user_1', ...claims });
  for (const feature of ['articles', 'org:articles', 'user:articles', 'u', '', '7']) {
    expect(ask(has, { feature })).toBe(false);
  }
});

describe('stricter than the vendor: a role that is an object is no role', () => {
  test.each([[['admin']], [[['admin']]], [{}], [[]]])('%j', (rol) => {
    const token = { v: 2, sub: 'user_1', o: { id: 'org_1', rol } };
    expect(vendorAuthOf(token).made?.orgRole).toMatch(/^org:/);
    expect(authOf(token).orgRole).toBeUndefined();
    expect(ask(authOf(token).has, { role: 'org:admin' })).toBe(false);
  });
});

describe('an organization claim of a wrong type holds nothing', () => {
  test.each([['org_1'], [1], [true], [[]], [null], [false], [0]])('%j', (o) => {
    const auth = authOf({ v: 2, sub: 'user_1', o });
    expect(auth.orgId).toBeUndefined();
    expect(auth.orgRole).toBeUndefined();
    expect(auth.orgPermissions ?? []).toEqual([]);
  });
});

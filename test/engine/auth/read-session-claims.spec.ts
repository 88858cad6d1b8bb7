import { describe, expect, test } from '@jest/globals';
import { readSessionClaims } from '../../../src/engine/auth/index.js';
import { signed } from './signed.js';

function permissionsOf(claims: { fea?: unknown; per?: unknown; fpm?: unknown }): unknown {
  const { fea, per, fpm } = claims;
  return readSessionClaims(signed({ v: 2, fea, o: { id: 'org_1', per, fpm } })).orgPermissions;
}

test('a version 1 token states its organization in claims of its own', () => {
  const claims = {
    sub: 'user_1',
    sid: 'sess_1',
    sts: 'pending',
    act: { sub: 'user_2' },
    fva: [1, -1],
    org_id: 'org_1',
    org_role: 'org:admin',
    org_slug: 'acme',
    org_permissions: ['org:articles:read'],
  };
  expect(readSessionClaims(signed(claims))).toStrictEqual({
    sessionId: 'sess_1',
    sessionStatus: 'pending',
    actor: { sub: 'user_2' },
    userId: 'user_1',
    orgId: 'org_1',
    orgRole: 'org:admin',
    orgSlug: 'acme',
    orgPermissions: ['org:articles:read'],
    factorVerificationAge: [1, -1],
  });
});

test('a version 2 token states its organization in the claim o', () => {
  const claims = {
    v: 2,
    sub: 'user_1',
    sid: 'sess_1',
    fea: 'o:articles',
    o: { id: 'org_1', rol: 'admin', slg: 'acme', per: 'read,manage', fpm: '2' },
  };
  expect(readSessionClaims(signed(claims))).toStrictEqual({
    sessionId: 'sess_1',
    sessionStatus: null,
    actor: undefined,
    userId: 'user_1',
    orgId: 'org_1',
    orgRole: 'org:admin',
    orgSlug: 'acme',
    orgPermissions: ['org:articles:manage'],
    factorVerificationAge: null,
  });
});

test('without an organization its fields are undefined; status and factor ages are null', () => {
  const nothing = {
    sessionId: undefined,
    sessionStatus: null,
    actor: undefined,
    userId: undefined,
    orgId: undefined,
    orgRole: undefined,
    orgSlug: undefined,
    orgPermissions: undefined,
    factorVerificationAge: null,
  };
  expect(readSessionClaims(signed({}))).toStrictEqual(nothing);
  expect(readSessionClaims(signed({ v: 2 }))).toStrictEqual(nothing);
});

describe('the bitmaps of a version 2 token', () => {
  test.each([
    ['the lowest bit is the first permission', 'o:a', 'read,write', '1', ['org:a:read']],
    ['all bits', 'o:a', 'read,write', '3', ['org:a:read', 'org:a:write']],
    ['bits without a name are ignored', 'o:a', 'read,write', '12', []],
    ['no bits', 'o:a', 'read,write', '0', []],
    ['one bitmap a feature', 'o:a,o:b', 'r,w', '1,2', ['org:a:r', 'org:b:w']],
    ['spaces around elements', ' o:a , o:b ', ' r , w ', ' 1 , 2 ', ['org:a:r', 'org:b:w']],
    ['leading zeros', 'o:a', 'r,w', '0002', ['org:a:w']],
    ['user features have no bitmap', 'u:x,o:a,ou:b', 'r,w', '1,2', ['org:a:r', 'org:b:w']],
    ['a feature name with a colon', 'o:a:b', 'r', '1', ['org:a:b:r']],
    ['more features than bitmaps', 'o:a,o:b', 'r', '1', ['org:a:r']],
    ['more bitmaps than features', 'o:a', 'r', '1,1', ['org:a:r']],
    ['a bitmap that is no number', 'o:a,o:b', 'r', 'x,1', ['org:b:r']],
    ['a negative bitmap', 'o:a', 'r', '-1', []],
    ['a hexadecimal bitmap', 'o:a', 'r', '0x1', []],
    ['a fraction', 'o:a', 'r', '1.0', []],
    ['an exponent', 'o:a', 'r', '1e0', []],
    ['digits of another script', 'o:a', 'r', '١', []],
    ['no permissions', 'o:a', '', '1', []],
    ['no bitmaps', 'o:a', 'r', '', []],
    ['no features', '', 'r', '1', []],
  ])('%s', (_, fea, per, fpm, expected) => {
    expect(permissionsOf({ fea, per, fpm })).toEqual(expected);
  });

  test('more permissions than a number has bits are all decoded', () => {
    const names = Array.from({ length: 130 }, (_, index) => `p${index}`);
    const bits = (1n << 129n) | (1n << 64n) | (1n << 53n) | 1n;
    expect(permissionsOf({ fea: 'o:a', per: names.join(','), fpm: String(bits) })).toEqual(
      ['p0', 'p53', 'p64', 'p129'].map((name) => `org:a:${name}`),
    );
  });

  test('a bitmap as long as a request can carry is decoded in no time', () => {
    const fpm = '9'.repeat(16_000);
    const started = performance.now();
    expect(permissionsOf({ fea: 'o:a', per: 'r', fpm })).toEqual(['org:a:r']);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('a feature with an unknown scope belongs to nobody and has no bitmap', () => {
    expect(permissionsOf({ fea: 'x:z,o:a', per: 'r,w', fpm: '2' })).toEqual(['org:a:w']);
  });
});

import { expect, test } from '@jest/globals';
import { ask, authOf } from './signed.js';

function has(claims: object, question: unknown): boolean {
  return ask(authOf({ sub: 'user_1', sid: 'sess_1', ...claims }).has, question);
}

test('a permission of another feature does not pass', () => {
  const claims = {
    v: 2,
    fea: 'o:articles,o:billing',
    o: { id: 'org_1', per: 'manage', fpm: '1,0' },
  };
  expect(has(claims, { permission: 'org:articles:manage' })).toBe(true);
  expect(has(claims, { permission: 'org:billing:manage' })).toBe(false);
});

test('a user’s feature does not shift the bitmaps onto another organization feature', () => {
  const claims = { v: 2, fea: 'u:articles,o:billing', o: { id: 'org_1', per: 'manage', fpm: '1' } };
  expect(has(claims, { permission: 'org:articles:manage' })).toBe(false);
  expect(has(claims, { permission: 'org:billing:manage' })).toBe(true);
});

test('a feature whose scope is missing does not shift the bitmaps', () => {
  const claims = { v: 2, fea: 'articles,o:billing', o: { id: 'org_1', per: 'manage', fpm: '1,0' } };
  expect(has(claims, { permission: 'org:billing:manage' })).toBe(false);
});

test('a permission of another organization’s feature does not pass', () => {
  const elsewhere = { v: 2, fea: 'o:billing', o: { id: 'org_2', per: 'manage', fpm: '1' } };
  expect(has(elsewhere, { permission: 'org:articles:manage' })).toBe(false);
});

test.each([
  ['org:administrator'],
  ['org:admin '],
  ['org:admin:owner'],
  ['xorg:admin'],
  ['org:ADMIN'],
])('the role %j does not pass for admin, nor admin for it', (role) => {
  expect(has({ org_id: 'org_1', org_role: role }, { role: 'org:admin' })).toBe(false);
  expect(has({ org_id: 'org_1', org_role: 'org:admin' }, { role })).toBe(false);
});

test('a permissions claim that is a string and contains the asked permission does not pass', () => {
  const claims = { org_id: 'org_1', org_permissions: 'org:articles:read,org:articles:manage' };
  expect(has(claims, { permission: 'org:articles:read' })).toBe(false);
});

test('a permissions claim that is an object with a permission for a key does not pass', () => {
  const claims = { org_id: 'org_1', org_permissions: { 'org:articles:read': true, length: 1 } };
  expect(has(claims, { permission: 'org:articles:read' })).toBe(false);
});

test.each([
  ['constructor'],
  ['__proto__'],
  ['toString'],
  ['hasOwnProperty'],
  ['valueOf'],
  ['size'],
])(
  'the property name %s does not pass as a reverification preset, level, role, feature or plan',
  (name) => {
    const claims = { fva: [0, 0], fea: 'o:a', pla: 'o:a', org_id: 'org_1', org_role: 'org:admin' };
    expect(has(claims, { reverification: name })).toBe(false);
    expect(has(claims, { reverification: { level: name, afterMinutes: 10 } })).toBe(false);
    expect(has(claims, { role: name })).toBe(false);
    expect(has(claims, { permission: name })).toBe(false);
    expect(has(claims, { feature: name })).toBe(false);
    expect(has(claims, { feature: `${name}:a` })).toBe(false);
    expect(has(claims, { plan: name })).toBe(false);
  },
);

test('a custom claim named o in a version 1 token makes nobody an admin', () => {
  const claims = { fea: 'o:a', o: { id: 'org_1', rol: 'admin', per: 'read', fpm: '1' } };
  expect(has(claims, { role: 'org:admin' })).toBe(false);
  expect(has(claims, { permission: 'org:a:read' })).toBe(false);
});

test('a custom claim named org_role in a version 2 token makes nobody an admin', () => {
  const claims = { v: 2, o: { id: 'org_1' }, org_id: 'org_1', org_role: 'org:admin' };
  expect(has(claims, { role: 'org:admin' })).toBe(false);
});

test('the version as text does not select version 2', () => {
  const claims = { v: '2', o: { id: 'org_1', rol: 'admin' } };
  expect(has(claims, { role: 'org:admin' })).toBe(false);
});

test('the organization’s feature does not pass for the user’s', () => {
  expect(has({ fea: 'o:search' }, { feature: 'user:search' })).toBe(false);
});

test('a __proto__ claim does not lend its properties', () => {
  const claims: object = JSON.parse(
    '{"v":2,"o":{"__proto__":{"id":"org_1","rol":"admin"}},"__proto__":{"fea":"u:search"}}',
  );
  expect(has(claims, { role: 'org:admin' })).toBe(false);
  expect(has(claims, { feature: 'search' })).toBe(false);
});

test('a factor that never was verified does not count as verified just now', () => {
  expect(has({ fva: [-1, -1] }, { reverification: 'lax' })).toBe(false);
  expect(has({ fva: [null, null] }, { reverification: 'lax' })).toBe(false);
});

test('an endless reverification does not revive a factor that does not exist', () => {
  const reverification = { level: 'first_factor', afterMinutes: Infinity };
  expect(has({ fva: [-1, 0] }, { reverification })).toBe(false);
});

test('a reverification that asks nothing sensible does not widen what else was asked', () => {
  const claims = { org_id: 'org_1', org_role: 'org:admin', fva: [0, 0] };
  expect(has(claims, { role: 'org:admin', reverification: null })).toBe(false);
  expect(has(claims, { role: 'org:admin', reverification: {} })).toBe(false);
});

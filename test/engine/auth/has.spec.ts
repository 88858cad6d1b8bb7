import { describe, expect, test } from '@jest/globals';
import { ask, authOf } from './signed.js';

const ADA = {
  v: 2,
  sub: 'user_ada',
  sid: 'sess_1',
  fva: [5, 20],
  fea: 'o:articles,u:search,ou:reports',
  pla: 'o:gold,u:plus',
  o: { id: 'org_1', rol: 'editor', slg: 'acme', per: 'read,manage', fpm: '3,1' },
};

function expectAnswer(claims: object, question: unknown, answer: string): void {
  expect(ask(authOf(claims).has, question)).toBe(answer === 'passes');
}

describe('a role', () => {
  test.each([
    ['with its prefix', 'org:editor', 'passes'],
    ['without its prefix', 'editor', 'passes'],
    ['with the prefix twice', 'org:org:editor', 'passes'],
    ['another one', 'org:admin', 'fails'],
    ['in capitals', 'org:Editor', 'fails'],
    ['the empty one', '', 'fails'],
    ['null', null, 'fails'],
    ['a list', ['org:editor'], 'fails'],
  ])('%s', (_, role, answer) => expectAnswer(ADA, { role }, answer));
});

describe('a permission', () => {
  test.each([
    ['with its prefix', 'org:articles:manage', 'passes'],
    ['without its prefix', 'articles:manage', 'passes'],
    ['of a feature that the user has too', 'org:reports:read', 'passes'],
    ['whose bit is not set', 'org:reports:manage', 'fails'],
    ['of a feature of the user', 'org:search:read', 'fails'],
    ['without its feature', 'manage', 'fails'],
    ['null', null, 'fails'],
    ['a list', ['org:articles:manage'], 'fails'],
  ])('%s', (_, permission, answer) => expectAnswer(ADA, { permission }, answer));
});

describe('a feature', () => {
  test.each([
    ['of the organization, no scope asked', 'articles', 'passes'],
    ['of the user, no scope asked', 'search', 'passes'],
    ['of the organization as o', 'o:articles', 'passes'],
    ['of the organization as org', 'org:articles', 'passes'],
    ['of the organization as organization', 'organization:articles', 'passes'],
    ['of the user as u', 'u:search', 'passes'],
    ['of the user as user', 'user:search', 'passes'],
    ['of both as the organization', 'org:reports', 'passes'],
    ['of both as the user', 'user:reports', 'passes'],
    ['of the organization as the user', 'user:articles', 'fails'],
    ['of the user as the organization', 'org:search', 'fails'],
    ['with a scope that the claim knows and the question does not', 'ou:reports', 'fails'],
    ['with an unknown scope', 'team:articles', 'fails'],
    ['a plan', 'gold', 'fails'],
    ['null', null, 'fails'],
    ['a number', 1, 'fails'],
  ])('%s', (_, feature, answer) => expectAnswer(ADA, { feature }, answer));
});

describe('a plan', () => {
  test.each([
    ['of the organization', 'org:gold', 'passes'],
    ['of the user', 'user:plus', 'passes'],
    ['of either', 'plus', 'passes'],
    ['of the organization as the user', 'user:gold', 'fails'],
    ['a feature', 'articles', 'fails'],
  ])('%s', (_, plan, answer) => expectAnswer(ADA, { plan }, answer));
});

describe('billing claims don’t depend on the version', () => {
  test('a version 1 token with features passes', () => {
    expectAnswer({ sub: 'user_1', fea: 'u:search' }, { feature: 'search' }, 'passes');
  });
});

describe('a reverification preset, factor ages in minutes', () => {
  test.each([
    ['lax', [2_000, 1_439], 'passes'],
    ['lax', [0, 1_440], 'fails'],
    ['moderate', [2_000, 59], 'passes'],
    ['moderate', [0, 60], 'fails'],
    ['strict', [2_000, 9], 'passes'],
    ['strict', [0, 10], 'fails'],
    ['strict', [9, -1], 'passes'],
    ['strict', [10, -1], 'fails'],
    ['strict', [-1, 9], 'passes'],
    ['strict_mfa', [9, 9], 'passes'],
    ['strict_mfa', [10, 9], 'fails'],
    ['strict_mfa', [9, 10], 'fails'],
    ['strict_mfa', [9, -1], 'passes'],
    ['strict_mfa', [-1, 9], 'fails'],
    ['lax', [-1, -1], 'fails'],
  ])('%s with ages %j %s', (reverification, fva, answer) =>
    expectAnswer({ sub: 'user_1', fva }, { reverification }, answer),
  );
});

describe('a reverification object, factor ages in minutes', () => {
  test.each([
    ['first_factor', 10, [9, 99], 'passes'],
    ['first_factor', 10, [10, 0], 'fails'],
    ['first_factor', 10, [-1, 0], 'fails'],
    ['second_factor', 10, [99, 9], 'passes'],
    ['multi_factor', 1, [0, 0], 'passes'],
    ['third_factor', 10, [0, 0], 'fails'],
    [undefined, 10, [0, 0], 'fails'],
    ['first_factor', 0, [0, 0], 'fails'],
    ['first_factor', -1, [0, 0], 'fails'],
    ['first_factor', NaN, [0, 0], 'fails'],
    ['first_factor', '10', [0, 0], 'fails'],
    ['first_factor', undefined, [0, 0], 'fails'],
  ])('%s after %p minutes with ages %j %s', (level, afterMinutes, fva, answer) =>
    expectAnswer({ sub: 'user_1', fva }, { reverification: { level, afterMinutes } }, answer),
  );
});

describe('factor ages that can’t be read fail', () => {
  test.each([
    [undefined],
    [null],
    [[]],
    [[0]],
    [[0, 0, 0]],
    [['0', '0']],
    [[-2, 0]],
    ['0,0'],
    [{}],
  ])('%j', (fva) => expectAnswer({ sub: 'user_1', fva }, { reverification: 'lax' }, 'fails'));
});

describe('several things asked at once must all hold', () => {
  test.each([
    [{ role: 'editor', permission: 'articles:read' }, 'passes'],
    [{ role: 'editor', reverification: 'moderate' }, 'passes'],
    [{ role: 'editor', reverification: 'strict' }, 'fails'],
    [{ role: 'admin', permission: 'articles:read' }, 'fails'],
    [{ role: 'editor', feature: 'search', plan: 'gold' }, 'passes'],
    [{ role: 'editor', feature: 'search', plan: 'silver' }, 'fails'],
    [{ feature: 'chat', plan: 'gold' }, 'fails'],
    [{ role: 'editor', permission: undefined }, 'passes'],
    [{ role: 'editor', permission: null }, 'fails'],
  ])('%j %s', (question, answer) => expectAnswer(ADA, question, answer));
});

describe('a question that asks nothing fails', () => {
  test.each([[{}], [undefined], [null], ['editor'], [0], [[]], [{ scope: 'editor' }], [true]])(
    '%j',
    (question) => expectAnswer(ADA, question, 'fails'),
  );
});

describe('without a user nothing passes', () => {
  test.each([[undefined], [null], ['']])('sub is %j', (sub) =>
    expectAnswer({ ...ADA, sub }, { feature: 'search' }, 'fails'),
  );
});

describe('without an organization no role or permission passes', () => {
  const claims = { sub: 'user_1', org_role: 'org:admin', org_permissions: ['org:a:read'] };
  test.each([[{ role: 'admin' }], [{ permission: 'a:read' }]])('%j', (question) =>
    expectAnswer(claims, question, 'fails'),
  );
});

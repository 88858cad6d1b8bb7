class AdminOnly {
  get role() {
    return 'org:admin';
  }
}

/** Arguments that nobody can mean; to let on whoever is signed in would be a guess. */
export const UNREADABLE: readonly [what: string, args: unknown[], named: RegExp][] = [
  ['a role that is not set', [{ role: process.env.NOT_SET }], /role/],
  ['a permission that is not set', [{ permission: undefined }], /permission/],
  ['a blank role', [{ role: '' }], /role/],
  ['a role of null', [{ role: null }], /role/],
  ['several roles at once', [{ role: ['org:admin', 'org:member'] }], /role/],
  ['a blank feature', [{ feature: '' }], /feature/],
  ['a plan that is not set', [{ plan: undefined }], /plan/],
  ['a reverification that is none', [{ reverification: 'stricter' }], /reverification/],
  ['a reverification that is not set', [{ reverification: undefined }], /reverification/],
  [
    'one member that is not set beside a good one',
    [{ role: 'org:admin', plan: undefined }],
    /plan/,
  ],
  ['a misspelt member', [{ rôle: 'org:admin' }], /rôle/],
  ['a member in capitals', [{ Role: 'org:admin' }], /Role/],
  ['a plural', [{ permissions: ['org:articles:manage'] }], /permissions/],
  ['an organization', [{ orgId: 'org_1' }], /orgId/],
  ['a misspelt address', [{ unauthorizedURL: '/x' }], /unauthorizedURL/],
  ['options of has() that are none', [{ condition: () => true }], /condition/],
  ['a question among the options', [(): boolean => true, { role: 'org:admin' }], /role/],
  ['a question in the second place', [{}, { role: 'org:admin' }], /role/],
  ['a misspelt option in the second place', [{ role: 'org:admin' }, { tokens: 'any' }], /tokens/],
  ['a kind of token that there is not', [{ token: 'session' }], /token/],
  ['no kind of token', [{ token: [] }], /token/],
  ['a list of any', [{ token: ['any'] }], /token/],
  ['a text', ['org:admin'], /object/],
  ['a number', [1], /object/],
  ['true', [true], /object/],
  ['a list', [['org:admin']], /object/],
  ['a member that is a symbol', [{ [Symbol('role')]: 'org:admin' }], /object/],
  ['a promise of a demand', [Promise.resolve({ role: 'org:admin' })], /object/],
  ['a map', [new Map([['role', 'org:admin']])], /object/],
  ['a demand that is inherited', [Object.create({ role: 'org:admin' })], /object/],
  ['a class whose demand is a getter', [new AdminOnly()], /object/],
  ['a promise of options', [{ role: 'org:admin' }, Promise.resolve({})], /object/],
  ['a symbol', [Symbol('org:admin')], /object/],
  ['a second text', [{ role: 'org:admin' }, '/no-admin'], /object/],
  ['a second function', [{ role: 'org:admin' }, () => true], /object/],
  ['a system permission', [{ permission: 'org:sys_memberships:manage' }], /sys_/],
];

/** Functions whose answer is no yes. */
export const NO_YES: readonly [string, (...args: never[]) => unknown][] = [
  ['is async and says true', async () => true],
  ['is async and says false', async () => false],
  ['says nothing', () => undefined],
  ['says 1', () => 1],
  ['gives an object', () => ({ allowed: true })],
  ['says "true"', () => 'true'],
  ['gives has itself', (has: unknown) => has],
  ['gives a class of true', () => new Boolean(true)],
];

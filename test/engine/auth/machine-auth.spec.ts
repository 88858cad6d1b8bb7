import { describe, expect, test } from '@jest/globals';
import {
  authenticatedMachine,
  invalidTokenAuth,
  unauthenticatedMachine,
} from '../../../src/engine/auth/index.js';
import type { MachineIdentity } from '../../../src/engine/evidence/machine-identity.js';
import { ask, fieldsOf } from './signed.js';

const debug = () => ({ status: 'signed-in' }) as const;
const shared = { id: 'id_1', scopes: ['org:admin', 'read'] };
const claims = { role: 'org:admin', permissions: ['org:articles:read'], fva: [0, 0] };

const KEY = { ...shared, tokenType: 'api_key', name: 'Deploys', claims } as const;
const MACHINE = { ...shared, tokenType: 'm2m_token', subject: 'mch_1', claims } as const;
const CLIENT = { ...shared, tokenType: 'oauth_token', subject: 'user_1', clientId: 'c_1' } as const;
const USERS_KEY = { ...KEY, subject: 'user_1' };
const ORGANIZATIONS_KEY = { ...KEY, subject: 'org_1' };

const IDENTITIES: MachineIdentity[] = [USERS_KEY, ORGANIZATIONS_KEY, MACHINE, CLIENT];

const QUESTIONS = [
  { role: 'org:admin' },
  { permission: 'org:articles:read' },
  { feature: 'articles' },
  { plan: 'u:free' },
  { reverification: 'lax' },
  {},
  undefined,
];

describe('the auth object of a program', () => {
  test.each<[name: string, identity: MachineIdentity, fields: object]>([
    ['a user’s API key', USERS_KEY, { name: 'Deploys', claims, userId: 'user_1', orgId: null }],
    [
      'an organization’s API key',
      ORGANIZATIONS_KEY,
      { name: 'Deploys', claims, userId: null, orgId: 'org_1' },
    ],
    [
      'an API key of nobody that has them',
      { ...KEY, subject: 'mch_1' },
      { name: 'Deploys', claims, userId: null, orgId: null },
    ],
    [
      'an API key of one whose name only holds user_',
      { ...KEY, subject: 'x_user_org_' },
      { name: 'Deploys', claims, userId: null, orgId: null },
    ],
    ['an M2M token', MACHINE, { claims, machineId: 'mch_1' }],
    ['an OAuth token', CLIENT, { userId: 'user_1', clientId: 'c_1' }],
  ])('of %s has these fields', (_name, identity, fields) => {
    const { tokenType, subject } = identity;
    const auth = authenticatedMachine('token', identity, debug);
    const common = { tokenType, subject, id: 'id_1', scopes: shared.scopes, isAuthenticated: true };
    expect(fieldsOf(auth)).toEqual({ ...common, ...fields });
    expect(auth.debug).toBe(debug);
  });

  test('gives out the token that came, and no template’s', async () => {
    for (const identity of IDENTITIES) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await authenticatedMachine('token', identity, debug).getToken()).toBe('token');
    }
  });

  test.each(QUESTIONS)('has no role, permission, feature, plan or factor: %j', (question) => {
    for (const identity of IDENTITIES) {
      const auths = [
        authenticatedMachine('token', identity, debug),
        unauthenticatedMachine(identity.tokenType, debug),
      ];
      for (const { has } of auths) expect(ask(has, question)).toBe(false);
    }
    expect(invalidTokenAuth(debug).has()).toBe(false);
  });
});

describe('the auth object of a request without a good token', () => {
  const nobody = { id: null, subject: null, scopes: null, isAuthenticated: false };

  test.each([
    ['api_key', { name: null, claims: null, userId: null, orgId: null }],
    ['m2m_token', { claims: null, machineId: null }],
    ['oauth_token', { userId: null, clientId: null }],
  ] as const)('of the kind %s is nobody’s', async (tokenType, fields) => {
    const auth = unauthenticatedMachine(tokenType, debug);
    expect(fieldsOf(auth)).toEqual({ ...nobody, tokenType, ...fields });
    expect(await auth.getToken()).toBeNull();
    expect(auth.debug).toBe(debug);
  });

  test('of a kind that is not taken is of no kind', async () => {
    const auth = invalidTokenAuth(debug);
    expect(fieldsOf(auth)).toEqual({ isAuthenticated: false, tokenType: null });
    expect(await auth.getToken()).toBeNull();
    expect(auth.debug).toBe(debug);
  });
});

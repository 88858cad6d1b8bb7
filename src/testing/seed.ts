import { fixedId } from './ids.js';
import type { LocalMember, LocalMembership, LocalOrganization, LocalUser } from './local-user.js';

/** The organizations every embedded instance starts with, by slug. */
export interface SeededOrganizations {
  readonly acme: LocalOrganization;
}

/** The users every embedded instance starts with, by name. */
export interface SeededUsers {
  /** Ada Lovelace, `org:admin` of Acme: may read and manage articles. */
  readonly ada: LocalMember;
  /** Grace Hopper, `org:member` of Acme: may read articles. */
  readonly grace: LocalMember;
  /** Alan Turing, in no organization. */
  readonly alan: LocalUser;
}

/** When all that is seeded came about. A constant, so that nothing about it differs between two runs. */
export const SEEDED_AT = Date.UTC(2026, 0, 1);

/** The organizations of a fresh instance. */
export const seededOrganizations: SeededOrganizations = {
  acme: { id: fixedId('org', 'Acme'), name: 'Acme Inc', slug: 'acme', features: ['articles'] },
};

/** The users of a fresh instance: one who may do everything, one who may not, one without an organization. */
export const seededUsers: SeededUsers = {
  ada: {
    ...person('Ada', 'Lovelace'),
    membership: acmeMember('Ada', 'org:admin', ['org:articles:read', 'org:articles:manage']),
  },
  grace: {
    ...person('Grace', 'Hopper'),
    membership: acmeMember('Grace', 'org:member', ['org:articles:read']),
  },
  alan: { ...person('Alan', 'Turing'), membership: null },
};

function person(firstName: string, lastName: string): Omit<LocalUser, 'membership'> {
  const name = firstName.toLowerCase();
  return {
    name,
    id: fixedId('user', firstName),
    firstName,
    lastName,
    emailAddress: `${name}@example.com`,
    emailAddressId: fixedId('idn', firstName),
    sessionId: fixedId('sess', firstName),
    createdAt: SEEDED_AT,
  };
}

function acmeMember(firstName: string, role: string, permissions: string[]): LocalMembership {
  return {
    id: fixedId('orgmem', firstName),
    organization: seededOrganizations.acme,
    role,
    permissions,
  };
}

import type { MachineRecord } from './records/machine-record.js';
import { newMachineSecretKey } from './instance-keys.js';
import type { LocalMember, LocalUser } from './local-user.js';
import { NO_METADATA } from './records/metadata.js';
import type { MembershipRecord, OrganizationRecord } from './records/organization-record.js';
import { DEFAULT_ATTRIBUTES } from './records/user-record.js';
import type { UserRecord } from './records/user-record.js';
import { seededMachines } from './seed-machines.js';
import { SEEDED_AT, seededOrganizations, seededUsers } from './seed.js';

const times = { createdAt: SEEDED_AT, updatedAt: SEEDED_AT };
const DEFAULT_TOKEN_TTL_IN_SECONDS = 3_600;

const { ada, grace, alan } = seededUsers;
const { acme } = seededOrganizations;

/** The users of a fresh instance, as it keeps them. */
export const seededUserRecords: readonly UserRecord[] = [ada, grace, alan].map(userRecord);

/** The organizations of a fresh instance, as it keeps them. */
export const seededOrganizationRecords: readonly OrganizationRecord[] = [
  {
    id: acme.id,
    name: acme.name,
    slug: acme.slug,
    createdBy: ada.id,
    maxAllowedMemberships: 0,
    adminDeleteEnabled: true,
    roleSetKey: null,
    ...NO_METADATA,
    ...times,
  },
];

/** Who belongs to them. */
export const seededMembershipRecords: readonly MembershipRecord[] = [ada, grace].map(memberRecord);

/**
 * The machines of a fresh instance, as it keeps them.
 *
 * @param apiSecretKey `ak_…`, for the machine `api`; the others get random ones.
 */
export function seededMachineRecords(apiSecretKey: string): MachineRecord[] {
  const { api, worker, outsider } = seededMachines;
  return [api, worker, outsider].map((machine) => ({
    name: machine.name,
    id: machine.id,
    scopedMachines: machine.scopedMachines,
    secretKey: machine === api ? apiSecretKey : newMachineSecretKey(),
    previousKey: undefined,
    defaultTokenTtl: DEFAULT_TOKEN_TTL_IN_SECONDS,
    createdAt: SEEDED_AT,
    updatedAt: SEEDED_AT,
  }));
}

function userRecord(user: LocalUser): UserRecord {
  const { id, name, sessionId, firstName, lastName, emailAddress, emailAddressId } = user;
  return {
    ...DEFAULT_ATTRIBUTES,
    ...NO_METADATA,
    ...times,
    id,
    name,
    sessionId,
    firstName,
    lastName,
    emailAddresses: [
      { id: emailAddressId, value: emailAddress, isReserved: false, createdAt: SEEDED_AT },
    ],
    phoneNumbers: [],
    web3Wallets: [],
    primaryEmailAddressId: emailAddressId,
    primaryPhoneNumberId: null,
    primaryWeb3WalletId: null,
    unsafeMetadata: {},
    password: null,
    isBanned: false,
    lockedUntil: null,
    lastSignInAt: SEEDED_AT,
    lastActiveAt: SEEDED_AT,
  };
}

function memberRecord({ id: userId, membership }: LocalMember): MembershipRecord {
  const { id, organization, role } = membership;
  return { id, organizationId: organization.id, userId, role, ...NO_METADATA, ...times };
}

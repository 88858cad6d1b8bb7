import type {
  InvitationRecord,
  OrganizationInvitationRecord,
} from './records/invitation-record.js';
import type { MachineRecord } from './records/machine-record.js';
import type { MembershipRecord, OrganizationRecord } from './records/organization-record.js';
import { CREATOR_ROLE_ID } from './records/role-record.js';
import type { PermissionRecord, RoleRecord } from './records/role-record.js';
import type { SignInTokenRecord } from './records/sign-in-token-record.js';
import type { UserRecord } from './records/user-record.js';
import {
  seededMachineRecords,
  seededMembershipRecords,
  seededOrganizationRecords,
  seededUserRecords,
} from './seed-records.js';
import { seededPermissions, seededRoles } from './seed-roles.js';
import { StoreChanges } from './store-changes.js';
import { RecentTable, Table } from './table.js';

const MAX_PEOPLE = 10_000;
const MAX_SETTINGS = 500;
const MAX_RECENT = 1_000;

/** Who and what there is in an embedded instance: the tables behind its Backend API. */
export class Directory {
  /** Tells what changes in these tables, and in the sessions. */
  readonly changes = new StoreChanges();
  readonly users = new Table<UserRecord>(MAX_PEOPLE, seededUserRecords, (before, after) =>
    this.changes.report({ kind: 'user', before, after }),
  );
  readonly organizations = new Table<OrganizationRecord>(
    MAX_PEOPLE,
    seededOrganizationRecords,
    (before, after) => this.changes.report({ kind: 'organization', before, after }),
  );
  readonly memberships = new Table<MembershipRecord>(
    MAX_PEOPLE,
    seededMembershipRecords,
    (before, after) => this.changes.report({ kind: 'membership', before, after }),
  );
  readonly roles = new Table<RoleRecord>(MAX_SETTINGS, seededRoles, (before, after) =>
    this.changes.report({ kind: 'role', before, after }),
  );
  readonly permissions = new Table<PermissionRecord>(
    MAX_SETTINGS,
    seededPermissions,
    (before, after) => this.changes.report({ kind: 'permission', before, after }),
  );
  readonly machines: Table<MachineRecord>;
  readonly invitations = new RecentTable<InvitationRecord>(MAX_RECENT);
  readonly organizationInvitations = new RecentTable<OrganizationInvitationRecord>(
    MAX_RECENT,
    [],
    (before, after) => this.changes.report({ kind: 'organization-invitation', before, after }),
  );
  readonly signInTokens = new RecentTable<SignInTokenRecord>(MAX_RECENT);

  /** @param apiSecretKey `ak_…`: the secret key of the machine `api`. */
  constructor(apiSecretKey: string) {
    this.machines = new Table(MAX_SETTINGS, seededMachineRecords(apiSecretKey));
  }

  /** @param idOrSlug `org_…` or `acme` */
  findOrganization(idOrSlug: string): OrganizationRecord | undefined {
    const { organizations } = this;
    return organizations.get(idOrSlug) ?? organizations.find(({ slug }) => slug === idOrSlug);
  }

  /** A user's place in an organization, if the user has one. */
  findMembership(organizationId: string, userId: string): MembershipRecord | undefined {
    return this.memberships.find(
      (membership) => membership.userId === userId && membership.organizationId === organizationId,
    );
  }

  /** The places of a user in organizations, the one taken last at the end. */
  membershipsOf(userId: string): MembershipRecord[] {
    return this.memberships.list().filter((membership) => membership.userId === userId);
  }

  /** The places in an organization. */
  membersOf(organizationId: string): MembershipRecord[] {
    return this.memberships.list().filter((member) => member.organizationId === organizationId);
  }

  /** @param key `org:admin` */
  findRole(key: string): RoleRecord | undefined {
    return this.roles.find((role) => role.key === key);
  }

  /** The key of the role of whoever creates an organization: `org:admin` unless it was changed. */
  get creatorRole(): string {
    // That role can't be deleted.
    return this.roles.get(CREATOR_ROLE_ID)?.key ?? 'org:admin';
  }

  /** What a role allows, Clerk's own permissions included. */
  permissionsOf(role: RoleRecord | undefined): PermissionRecord[] {
    const permissions = role?.permissionIds.map((id) => this.permissions.get(id)) ?? [];
    return permissions.filter((permission) => permission !== undefined);
  }

  /** The user with this email address, in whatever case. */
  findUserByEmailAddress(emailAddress: string): UserRecord | undefined {
    const wanted = emailAddress.toLowerCase();
    return this.users.find(({ emailAddresses }) =>
      emailAddresses.some(({ value }) => value.toLowerCase() === wanted),
    );
  }

  /**
   * The machine that has a secret key, or had it until lately.
   *
   * @param isShown Whether a secret key is the one that a call shows.
   * @param now Unix time in milliseconds.
   */
  findMachineByKey(
    isShown: (secretKey: string) => boolean,
    now: number,
  ): MachineRecord | undefined {
    return this.machines.find(
      ({ secretKey, previousKey }) =>
        isShown(secretKey) ||
        (previousKey !== undefined && now < previousKey.until && isShown(previousKey.secretKey)),
    );
  }
}

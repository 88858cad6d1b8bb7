import type { Directory } from './directory.js';
import type { LocalMembership, LocalOrganization, LocalUser } from './local-user.js';
import type { MembershipRecord, OrganizationRecord } from './records/organization-record.js';
import type { UserRecord } from './records/user-record.js';
import { primaryEmailAddress } from './records/user-record.js';

/** A user as tests and session tokens see it, as of now. */
export function localUser(directory: Directory, user: UserRecord): LocalUser {
  const { id, name, firstName, lastName, sessionId, createdAt } = user;
  const email = primaryEmailAddress(user);
  return {
    id,
    name,
    sessionId,
    createdAt,
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    emailAddress: email?.value ?? '',
    emailAddressId: email?.id ?? '',
    // The one that the user has joined last, as at Clerk.
    membership: localMembership(directory, directory.membershipsOf(id).at(-1)),
  };
}

/** A membership as tests and session tokens see it, as of now; null for none. */
export function localMembership(
  directory: Directory,
  membership: MembershipRecord | undefined,
): LocalMembership | null {
  const organization = membership && directory.organizations.get(membership.organizationId);
  if (!organization) return null;
  const { id, role } = membership;
  const permissions = directory.permissionsOf(directory.findRole(role));
  return {
    id,
    role,
    organization: localOrganization(directory, organization),
    permissions: permissions.filter(({ type }) => type === 'user').map(({ key }) => key),
  };
}

function localOrganization(
  directory: Directory,
  { id, name, slug }: OrganizationRecord,
): LocalOrganization {
  return { id, name, slug, features: features(directory) };
}

// Nobody pays here: every organization has every feature that a permission names.
function features({ permissions }: Directory): string[] {
  const own = permissions.list().filter(({ type }) => type === 'user');
  return [...new Set(own.map(({ key }) => key.split(':')[1] ?? ''))];
}

import type { Directory } from '../directory.js';
import type { MembershipRecord } from '../records/organization-record.js';
import { primaryEmailAddress } from '../records/user-record.js';
import type { UserRecord } from '../records/user-record.js';
import { initialsImage } from './initials-image.js';
import { organizationJson } from './organization-json.js';

/**
 * A membership as the Backend API sends it. Source: `OrganizationMembership` in the Backend API's
 * OpenAPI document.
 */
export function membershipJson(
  directory: Directory,
  membership: MembershipRecord,
): Record<string, unknown> {
  const role = directory.findRole(membership.role);
  const organization = directory.organizations.get(membership.organizationId);
  const user = directory.users.get(membership.userId);
  return {
    object: 'organization_membership',
    id: membership.id,
    role: membership.role,
    role_name: role?.name ?? membership.role,
    permissions: directory.permissionsOf(role).map(({ key }) => key),
    public_metadata: membership.publicMetadata,
    private_metadata: membership.privateMetadata,
    organization: organization && organizationJson(organization),
    public_user_data: user && {
      ...publicUserJson(user),
      profile_image_url: null,
      username: user.username,
      banned: user.isBanned,
    },
    created_at: membership.createdAt,
    updated_at: membership.updatedAt,
  };
}

/** What members of an organization may know of each other. */
export function publicUserJson(user: UserRecord): Record<string, unknown> {
  return {
    user_id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: initialsImage([user.firstName, user.lastName]),
    has_image: false,
    identifier: identifierOf(user),
  };
}

function identifierOf(user: UserRecord): string {
  return (
    primaryEmailAddress(user)?.value ?? user.username ?? user.phoneNumbers[0]?.value ?? user.id
  );
}

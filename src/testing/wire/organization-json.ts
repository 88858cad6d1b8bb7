import type { OrganizationRecord } from '../records/organization-record.js';
import { initialsImage } from './initials-image.js';

/** What is counted about an organization where a call asks for it. */
export interface OrganizationCounts {
  readonly members: number;
  readonly pendingInvitations: number;
}

/**
 * An organization as the Backend API sends it. Source: `Organization` in the Backend API's
 * OpenAPI document.
 */
export function organizationJson(
  organization: OrganizationRecord,
  counts?: OrganizationCounts,
): Record<string, unknown> {
  return {
    object: 'organization',
    id: organization.id,
    name: organization.name,
    slug: organization.slug,
    ...image(organization),
    ...(counts && {
      members_count: counts.members,
      pending_invitations_count: counts.pendingInvitations,
    }),
    max_allowed_memberships: organization.maxAllowedMemberships,
    admin_delete_enabled: organization.adminDeleteEnabled,
    public_metadata: organization.publicMetadata,
    private_metadata: organization.privateMetadata,
    ...(organization.createdBy !== undefined && { created_by: organization.createdBy }),
    role_set_key: organization.roleSetKey,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
  };
}

/** What somebody who is invited may know of an organization. */
export function publicOrganizationJson(organization: OrganizationRecord): Record<string, unknown> {
  const { id, name, slug } = organization;
  return { id, name, slug, ...image(organization) };
}

function image({ name }: OrganizationRecord): Record<string, unknown> {
  return { image_url: initialsImage([name]), has_image: false };
}

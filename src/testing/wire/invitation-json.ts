import type { Directory } from '../directory.js';
import { statusOf } from '../records/invitation-record.js';
import type {
  InvitationRecord,
  OrganizationInvitationRecord,
} from '../records/invitation-record.js';
import { publicUserJson } from './membership-json.js';
import { publicOrganizationJson } from './organization-json.js';

/**
 * An invitation to sign up, as the Backend API sends it. Source: `Invitation` in the Backend API's
 * OpenAPI document.
 *
 * @param now Unix time in milliseconds.
 */
export function invitationJson(invitation: InvitationRecord, now: number): Record<string, unknown> {
  return {
    object: 'invitation',
    id: invitation.id,
    email_address: invitation.emailAddress,
    public_metadata: invitation.publicMetadata,
    revoked: invitation.isRevoked,
    status: statusOf(invitation, now),
    url: invitation.url,
    expires_at: invitation.expiresAt,
    created_at: invitation.createdAt,
    updated_at: invitation.updatedAt,
  };
}

/**
 * An invitation to an organization, as the Backend API sends it. Source: `OrganizationInvitation`
 * in the Backend API's OpenAPI document.
 *
 * @param now Unix time in milliseconds.
 */
export function organizationInvitationJson(
  directory: Directory,
  invitation: OrganizationInvitationRecord,
  now: number,
): Record<string, unknown> {
  const { inviterId, role } = invitation;
  const inviter = inviterId === null ? undefined : directory.users.get(inviterId);
  return {
    object: 'organization_invitation',
    id: invitation.id,
    email_address: invitation.emailAddress,
    role,
    role_name: directory.findRole(role)?.name ?? role,
    organization_id: invitation.organizationId,
    inviter_id: inviterId,
    public_inviter_data: inviter ? publicUserJson(inviter) : null,
    status: statusOf(invitation, now),
    public_metadata: invitation.publicMetadata,
    private_metadata: invitation.privateMetadata,
    url: invitation.url,
    expires_at: invitation.expiresAt,
    created_at: invitation.createdAt,
    updated_at: invitation.updatedAt,
  };
}

/** The same with what the invited person may know of the organization. */
export function invitationWithOrganizationJson(
  directory: Directory,
  invitation: OrganizationInvitationRecord,
  now: number,
): Record<string, unknown> {
  const organization = directory.organizations.get(invitation.organizationId);
  return {
    ...organizationInvitationJson(directory, invitation, now),
    public_organization_data: organization && publicOrganizationJson(organization),
  };
}

import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';
import type { OrganizationInvitationStatus } from './organization-invitation.js';
import type { OrganizationMembershipRole } from './organization-membership-role.js';
import type { MetadataParams } from './organization-metadata.js';

/** What invitations can be sorted by. */
export type OrganizationInvitationOrder = WithSign<'created_at' | 'email_address'>;

/** Which invitations into an organization to list. */
export interface GetOrganizationInvitationListParams extends ClerkPaginationRequest {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** Only those in one of these states. */
  readonly status?: readonly OrganizationInvitationStatus[];
  /** Who is invited. */
  readonly emailAddress?: string;
  /** Default: the newest first. */
  readonly orderBy?: OrganizationInvitationOrder;
}

/** Which invitations into an organization to list that nobody has answered yet. */
export interface GetPendingOrganizationInvitationListParams extends ClerkPaginationRequest {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
}

/** Which invitations into all organizations to list. */
export interface GetInstanceOrganizationInvitationListParams extends ClerkPaginationRequest {
  /** Only those in one of these states. */
  readonly status?: readonly OrganizationInvitationStatus[];
  /** Who is invited: a part of the email address. */
  readonly query?: string;
  /** Default: the newest first. */
  readonly orderBy?: OrganizationInvitationOrder;
}

/** One of several people to invite, and as what. */
export interface OrganizationInvitationParams extends MetadataParams<
  OrganizationInvitationPublicMetadata,
  OrganizationInvitationPrivateMetadata
> {
  /** Who is invited. */
  readonly emailAddress: string;
  /** The key of the role that the user gets: `org:member`, … */
  readonly role: OrganizationMembershipRole;
  /** How many days it can be accepted, from 1 to 365. Default 30. */
  readonly expiresInDays?: number;
  /** The id of the user who invites: an administrator of the organization. */
  readonly inviterUserId?: string;
  /** Where the user lands after accepting. */
  readonly redirectUrl?: string;
  /** Whether to send an email. Default true. */
  readonly notify?: boolean;
}

/** Whom to invite, where and as what. */
export interface CreateOrganizationInvitationParams extends OrganizationInvitationParams {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
}

/** Whom to invite and as what, up to 10. */
export type CreateBulkOrganizationInvitationParams = readonly OrganizationInvitationParams[];

/** Which invitation to read. */
export interface GetOrganizationInvitationParams {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** The invitation's id (`orginv_…`). */
  readonly invitationId: string;
}

/** Which invitation to take back. */
export interface RevokeOrganizationInvitationParams extends GetOrganizationInvitationParams {
  /** The id of the user who takes it back: an administrator of the organization. */
  readonly requestingUserId?: string;
}

import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';
import type { OrganizationMembershipRole } from './organization-membership-role.js';
import type { MetadataParams } from './organization-metadata.js';

type MembershipMetadataParams = MetadataParams<
  OrganizationMembershipPublicMetadata,
  OrganizationMembershipPrivateMetadata
>;

/** What memberships can be sorted by. */
export type OrganizationMembershipOrder = WithSign<
  'phone_number' | 'email_address' | 'created_at' | 'first_name' | 'last_name' | 'username'
>;

/** Which members of an organization to list. */
export interface GetOrganizationMembershipListParams extends ClerkPaginationRequest {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** Default: the newest first. */
  readonly orderBy?: OrganizationMembershipOrder;
  /** Ids of users, up to 100; `-` before an id leaves the user out. */
  readonly userId?: readonly string[];
  /** Email addresses, up to 100. */
  readonly emailAddress?: readonly string[];
  /** Phone numbers, up to 100. */
  readonly phoneNumber?: readonly string[];
  /** User names, up to 100. */
  readonly username?: readonly string[];
  /** Addresses of Web3 wallets, up to 100. */
  readonly web3Wallet?: readonly string[];
  /** Keys of roles, up to 100. */
  readonly role?: readonly OrganizationMembershipRole[];
  /** A part of any identifier or name, or the whole id. */
  readonly query?: string;
  /** A part of the email address. */
  readonly emailAddressQuery?: string;
  /** A part of the phone number. */
  readonly phoneNumberQuery?: string;
  /** A part of the user name. */
  readonly usernameQuery?: string;
  /** A part of the first or last name. */
  readonly nameQuery?: string;
  /** Last active before then: a Unix time in milliseconds. */
  readonly lastActiveAtBefore?: number;
  /** Last active after then: a Unix time in milliseconds. */
  readonly lastActiveAtAfter?: number;
  /** User created before then: a Unix time in milliseconds. */
  readonly createdAtBefore?: number;
  /** User created after then: a Unix time in milliseconds. */
  readonly createdAtAfter?: number;
}

/** Which memberships of all organizations to list. */
export interface GetInstanceOrganizationMembershipListParams extends ClerkPaginationRequest {
  /** The order of the memberships; `-` before a field turns it around. */
  readonly orderBy?: OrganizationMembershipOrder;
}

/** Which membership is meant. */
export interface DeleteOrganizationMembershipParams {
  /** The organization's id (`org_…`). */
  readonly organizationId: string;
  /** The member's id (`user_…`). */
  readonly userId: string;
}

/** Which role of a member to set. */
export interface UpdateOrganizationMembershipParams extends DeleteOrganizationMembershipParams {
  /** The key of the role: `org:member`, … */
  readonly role: OrganizationMembershipRole;
}

/** Whom to make a member, and as what. */
export interface CreateOrganizationMembershipParams
  extends UpdateOrganizationMembershipParams, MembershipMetadataParams {}

/** Metadata of a membership to merge into what is there. */
export interface UpdateOrganizationMembershipMetadataParams
  extends DeleteOrganizationMembershipParams, MembershipMetadataParams {}

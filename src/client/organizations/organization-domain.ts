import { withBothNames } from '../both-names.js';
import type { WireObject } from '../shape.js';

/**
 * How users whose email address has the domain get into the organization: an administrator invites
 * them, they are invited or may ask to join by themselves, or they sign in through its identity
 * provider.
 */
export type OrganizationEnrollmentMode =
  'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion' | 'enterprise_sso';

/** How far the proof has come that a domain belongs to its organization. Source: schema OrganizationDomainVerification. */
export interface OrganizationDomainVerification {
  /** `unverified`, `verified`, `failed` or `expired`. */
  readonly status: string;
  /** How it is proved: `affiliation_email_code`, `txt`, `manual_override`, … */
  readonly strategy: string;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** Until when it can be proved: a Unix time in milliseconds. */
  readonly expireAt: number | null;
  /** When the ownership was proved: a Unix time in milliseconds. */
  readonly verifiedAt?: number | null;
}

/** An organization as others see it, beside one of its domains. Source: schema OrganizationInvitationPublicOrganizationData. */
export interface OrganizationDomainOwner {
  /** `org_…` */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** Its name in URLs. */
  readonly slug: string;
  /** Where its logo is. */
  readonly imageUrl?: string;
  /** Whether the logo is its own; false for a generated one. */
  readonly hasImage: boolean;
}

/**
 * A domain whose users may join an organization. All times are Unix times in milliseconds. Source:
 * schema OrganizationDomain.
 *
 * The names below can be asked for, but where the API writes a name in another way, only that one
 * is enumerable (`organization_id`): a copy, and `JSON.stringify`, hold the API's answer as it came,
 * as with the vendor's client.
 */
export interface OrganizationDomain {
  /** `orgdmn_…` */
  readonly id: string;
  /** Whose domain it is (`org_…`). */
  readonly organizationId: string;
  /** The domain: `example.com`. */
  readonly name: string;
  /** How users whose email address is of the domain come in. */
  readonly enrollmentMode: OrganizationEnrollmentMode;
  /** The proof by email; null before it began. The same as `affiliationVerification`. */
  readonly verification: OrganizationDomainVerification | null;
  /** How many invitations for it nobody has answered yet. */
  readonly totalPendingInvitations: number;
  /** How many suggestions for it nobody has answered yet. */
  readonly totalPendingSuggestions: number;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The address at which the domain was proved. */
  readonly affiliationEmailAddress: string | null;
  /** The proof by an email to an address of the domain; null before it began. */
  readonly affiliationVerification?: OrganizationDomainVerification | null;
  /** The proof that the domain itself belongs to the organization; null before it began. */
  readonly ownershipVerification?: OrganizationDomainVerification | null;
  /** The organization, where the answer tells. */
  readonly publicOrganizationData?: OrganizationDomainOwner | null;
}

/** Reads a resource whose `object` is `organization_domain`. */
export function readOrganizationDomain(wire: WireObject): OrganizationDomain {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's specification vouches for the type
  return withBothNames(wire) as OrganizationDomain;
}

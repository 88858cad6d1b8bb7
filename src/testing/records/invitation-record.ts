import type { Metadata, VisibleMetadata } from './metadata.js';

/** What the two kinds of invitation have in common. */
interface InvitedPerson {
  readonly id: string;
  readonly emailAddress: string;
  /** The link that an email would hold; no email is ever sent. */
  readonly url: string;
  readonly isRevoked: boolean;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** An invitation to sign up; its id is `inv_…`. */
export interface InvitationRecord extends InvitedPerson {
  readonly publicMetadata: Metadata;
}

/** An invitation to an organization; its id is `orginv_…`. */
export interface OrganizationInvitationRecord extends InvitedPerson, VisibleMetadata {
  /** `org_…` */
  readonly organizationId: string;
  /** The key of a role: `org:member`. */
  readonly role: string;
  /** `user_…` */
  readonly inviterId: string | null;
}

/** What has become of an invitation. Nobody accepts one here. */
export type InvitationStatus = 'pending' | 'revoked' | 'expired';

/** @param now Unix time in milliseconds. */
export function statusOf(invited: InvitedPerson, now: number): InvitationStatus {
  if (invited.isRevoked) return 'revoked';
  return now < invited.expiresAt ? 'pending' : 'expired';
}

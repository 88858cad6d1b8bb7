import type { VisibleMetadata } from './metadata.js';

/** An organization as the embedded instance keeps it. */
export interface OrganizationRecord extends VisibleMetadata {
  /** `org_…` */
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** `user_…`; undefined when no user created it. */
  readonly createdBy: string | undefined;
  /** 0 for any number. */
  readonly maxAllowedMemberships: number;
  readonly adminDeleteEnabled: boolean;
  readonly roleSetKey: string | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** A user's place in an organization. */
export interface MembershipRecord extends VisibleMetadata {
  /** `orgmem_…` */
  readonly id: string;
  /** `org_…` */
  readonly organizationId: string;
  /** `user_…` */
  readonly userId: string;
  /** The key of a role: `org:admin`. */
  readonly role: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

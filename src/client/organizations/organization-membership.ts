import { withHidden } from '../hidden.js';
import { always } from '../nested.js';
import { given, one, orEmptyObject, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import type { MetadataOf } from './organization-metadata.js';
import type { OrganizationMembershipRole } from './organization-membership-role.js';
import { readOrganization } from './organization.js';
import type { Organization } from './organization.js';

/** What a member shows of themselves to the other members. Source: schema OrganizationMembershipPublicUserData. */
export interface OrganizationMembershipPublicUserData {
  /** The email address, phone number or user name that the user goes by. */
  readonly identifier: string;
  /** The member's first name; null where there is none. */
  readonly firstName: string | null;
  /** The member's last name; null where there is none. */
  readonly lastName: string | null;
  /** Where the member's picture is. */
  readonly imageUrl: string;
  /** Whether the picture is the user's own; false for a generated one. */
  readonly hasImage: boolean;
  /** The member's id (`user_…`). */
  readonly userId: string;
}

/**
 * That a user belongs to an organization. All times are Unix times in milliseconds. Source: schema
 * OrganizationMembership.
 *
 * `raw` is not enumerable: a copy made by spreading, and `JSON.stringify`, leave it out.
 */
export interface OrganizationMembership {
  /** `orgmem_…`; methods take the ids of organization and user instead. */
  readonly id: string;
  /** The key of the user's role in the organization: `org:admin`, … */
  readonly role: OrganizationMembershipRole;
  /** The keys of the permissions that the role grants. */
  readonly permissions: string[];
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: MetadataOf<OrganizationMembershipPublicMetadata>;
  /** Metadata that only the Backend API can read and write; as it was saved. */
  readonly privateMetadata: MetadataOf<OrganizationMembershipPrivateMetadata>;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Where the user is a member. */
  readonly organization: Organization;
  /** The member, where the answer tells. */
  readonly publicUserData?: OrganizationMembershipPublicUserData | null | undefined;

  /** The API's answer as it came, for fields that have no property here. */
  readonly raw: WireObject;
}

const readPublicUserData = shape<OrganizationMembershipPublicUserData>({
  identifier: given,
  firstName: given,
  lastName: given,
  imageUrl: given,
  hasImage: given,
  userId: given,
});

const readFields = shape<Omit<OrganizationMembership, 'raw'>>({
  id: given,
  role: given,
  permissions: given,
  publicMetadata: orEmptyObject,
  privateMetadata: orEmptyObject,
  createdAt: given,
  updatedAt: given,
  organization: always(readOrganization),
  publicUserData: one(readPublicUserData),
});

/** Reads a resource whose `object` is `organization_membership`. */
export function readOrganizationMembership(wire: WireObject): OrganizationMembership {
  return withHidden(readFields(wire), { raw: wire });
}

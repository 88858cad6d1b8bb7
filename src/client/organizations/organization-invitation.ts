import { withHidden } from '../hidden.js';
import { given, orEmptyObject, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import type { OrganizationMembershipRole } from './organization-membership-role.js';
import type { MetadataOf } from './organization-metadata.js';

/** The states of an invitation. */
export type OrganizationInvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

/** What an organization shows to those whom it invites; with the names of the wire, as in the vendor's client. Source: schema PublicOrganizationData. */
export interface PublicOrganizationDataJSON {
  /** The kind of object, where the answer says: the API leaves it out. */
  readonly object: string;
  /** `org_…` */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** Its name in URLs. */
  readonly slug: string;
  /** The logo. */
  readonly image_url?: string;
  /** Whether the logo is its own; false for a generated one. */
  readonly has_image: boolean;
}

/**
 * An invitation into an organization. All times are Unix times in milliseconds. Source: schemas
 * OrganizationInvitation, OrganizationInvitationWithPublicOrganizationData.
 *
 * `raw` is not enumerable: a copy made by spreading, and `JSON.stringify`, leave it out.
 */
export interface OrganizationInvitation {
  /** `orginv_…` */
  readonly id: string;
  /** Who is invited. */
  readonly emailAddress: string;
  /** The key of the role that the user gets: `org:member`, … */
  readonly role: OrganizationMembershipRole;
  /** The name of that role, for people to read. */
  readonly roleName: string;
  /** Where the user is invited to (`org_…`). */
  readonly organizationId: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** When it can no longer be accepted. */
  readonly expiresAt: number;
  /** Where the user accepts it. */
  readonly url: string | null;
  /** `pending` until it is accepted, revoked or too old. */
  readonly status?: OrganizationInvitationStatus | undefined;
  /** Becomes the public metadata of the membership; as it was saved. */
  readonly publicMetadata: MetadataOf<OrganizationInvitationPublicMetadata>;
  /** Becomes the private metadata of the membership; as it was saved. */
  readonly privateMetadata: MetadataOf<OrganizationInvitationPrivateMetadata>;
  /** The organization, where the answer tells. */
  readonly publicOrganizationData?: PublicOrganizationDataJSON | null | undefined;

  /** The API's answer as it came, for fields that have no property here. */
  readonly raw: WireObject;
}

const readFields = shape<Omit<OrganizationInvitation, 'raw'>>({
  id: given,
  emailAddress: given,
  role: given,
  roleName: given,
  organizationId: given,
  createdAt: given,
  updatedAt: given,
  expiresAt: given,
  url: given,
  status: given,
  publicMetadata: orEmptyObject,
  privateMetadata: orEmptyObject,
  publicOrganizationData: given,
});

/** Reads a resource whose `object` is `organization_invitation`. */
export function readOrganizationInvitation(wire: WireObject): OrganizationInvitation {
  return withHidden(readFields(wire), { raw: wire });
}

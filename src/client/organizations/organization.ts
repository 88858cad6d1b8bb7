import { withHidden } from '../hidden.js';
import { given, orEmptyObject, orEmptyText, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import type { MetadataOf } from './organization-metadata.js';

/**
 * An organization of the instance. All times are Unix times in milliseconds. Source: schema
 * Organization.
 *
 * `raw` is not enumerable: a copy made by spreading, and `JSON.stringify`, leave it out.
 */
export interface Organization {
  /** `org_…` */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** Its name in URLs, of which no other organization of the instance has the same. */
  readonly slug: string;
  /** The logo; empty when there is none. */
  readonly imageUrl: string;
  /** Whether the logo is its own; false for a generated one. */
  readonly hasImage: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: MetadataOf<OrganizationPublicMetadata> | null;
  /** Metadata that only the Backend API can read and write; as it was saved. */
  readonly privateMetadata: MetadataOf<OrganizationPrivateMetadata>;
  /** How many members it may have, invitations counted; 0 for any number. */
  readonly maxAllowedMemberships: number;
  /** Whether its administrators may delete it. */
  readonly adminDeleteEnabled: boolean;
  /** How many members it has, where the call asked for that (`includeMembersCount`). */
  readonly membersCount?: number | undefined;
  /** The id of whoever created it. */
  readonly createdBy?: string | undefined;

  /** The API's answer as it came, for fields that have no property here. */
  readonly raw: WireObject;
}

const readFields = shape<Omit<Organization, 'raw'>>({
  id: given,
  name: given,
  slug: given,
  imageUrl: orEmptyText,
  hasImage: given,
  createdAt: given,
  updatedAt: given,
  publicMetadata: orEmptyObject,
  privateMetadata: orEmptyObject,
  maxAllowedMemberships: given,
  adminDeleteEnabled: given,
  membersCount: given,
  createdBy: given,
});

/** Reads a resource whose `object` is `organization`. */
export function readOrganization(wire: WireObject): Organization {
  return withHidden(readFields(wire), { raw: wire });
}

import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';
import type { MetadataParams } from './organization-metadata.js';

/** Which organizations to list. */
export interface GetOrganizationListParams extends ClerkPaginationRequest {
  /** Whether to count each one's members. */
  readonly includeMembersCount?: boolean;
  /** Whether to tell of each one if nobody in it may manage it. */
  readonly includeMissingMemberWithElevatedPermissions?: boolean;
  /** A part of the name or the slug, or the whole id. */
  readonly query?: string;
  /** Default: the newest first. */
  readonly orderBy?: WithSign<'name' | 'created_at' | 'members_count'>;
  /** Ids of organizations, up to 100; `-` before an id leaves it out. */
  readonly organizationId?: readonly string[];
  /** Ids of members, up to 100; `-` before an id leaves their organizations out. */
  readonly userId?: readonly string[];
}

/** What a new organization starts with. */
export interface CreateOrganizationParams extends MetadataParams {
  /** What it is called, in at most 256 characters, without URLs or HTML. */
  readonly name: string;
  /** Its name in URLs: lower-case letters, digits and `-`; made from the name where there is none. */
  readonly slug?: string;
  /** The id of the user who creates it, and becomes its administrator. */
  readonly createdBy?: string;
  /** How many members it may have; 0 for any number. */
  readonly maxAllowedMemberships?: number;
  /** The key of the role set that it uses. */
  readonly roleSetKey?: string;
  /** When it was created, if not now: an RFC 3339 text. */
  readonly createdAt?: string;
}

/** Which organization to read. */
export type GetOrganizationParams = (
  | {
      /** The organization's id (`org_…`). */
      readonly organizationId: string;
      /** Not beside the id. */
      readonly slug?: never;
    }
  | {
      /** The organization's name in URLs. */
      readonly slug: string;
      /** Not beside the slug. */
      readonly organizationId?: never;
    }
) & {
  /** Whether to count its members. */
  readonly includeMembersCount?: boolean;
  /** Whether to tell if nobody in it may manage it. */
  readonly includeMissingMemberWithElevatedPermissions?: boolean;
};

/** What of an organization to change. */
export interface UpdateOrganizationParams {
  /** What it is called, in at most 256 characters, without URLs or HTML. */
  readonly name?: string;
  /** Its name in URLs. */
  readonly slug?: string;
  /** Whether its administrators may delete it. */
  readonly adminDeleteEnabled?: boolean;
  /** How many members it may have; 0 for any number. */
  readonly maxAllowedMemberships?: number;
  /** The key of the role set that it uses. */
  readonly roleSetKey?: string;
  /** When it was created: an RFC 3339 text. */
  readonly createdAt?: string;
  /** @deprecated Takes a second request; call `updateOrganizationMetadata` or `replaceOrganizationMetadata`. */
  readonly publicMetadata?: MetadataParams['publicMetadata'];
  /** @deprecated Takes a second request; call `updateOrganizationMetadata` or `replaceOrganizationMetadata`. */
  readonly privateMetadata?: MetadataParams['privateMetadata'];
}

/** A logo to upload. */
export interface UpdateOrganizationLogoParams {
  /** The picture, up to 10 MB: JPEG, PNG, GIF, WebP or AVIF. */
  readonly file: Blob | File;
  /** The id of the user who uploads it. */
  readonly uploaderUserId?: string;
}

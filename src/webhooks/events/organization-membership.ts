import type { MetadataOf } from '../../client/organizations/organization-metadata.js';
import type { OrganizationJSON } from './organization.js';

/** A user's membership in an organization. Times are Unix times in milliseconds. Source: schema OrganizationMembership. */
export interface OrganizationMembershipJSON {
  readonly id: string;
  readonly object: 'organization_membership';
  readonly role: string;
  readonly role_name?: string;
  readonly permissions: readonly string[];
  readonly public_metadata: MetadataOf<OrganizationMembershipPublicMetadata>;
  readonly private_metadata?: MetadataOf<OrganizationMembershipPrivateMetadata>;
  readonly organization: OrganizationJSON;
  readonly public_user_data?: OrganizationMembershipPublicUserDataJSON;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What may be shown of the user of a membership. Source: schema OrganizationMembershipPublicUserData. */
export interface OrganizationMembershipPublicUserDataJSON {
  readonly user_id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  /** @deprecated By Clerk. */
  readonly profile_image_url: string | null;
  readonly image_url: string;
  readonly has_image: boolean;
  readonly identifier?: string | null;
  readonly username?: string | null;
  readonly banned?: boolean;
  readonly deprovisioned?: boolean;
}

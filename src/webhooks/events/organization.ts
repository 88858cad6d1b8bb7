import type { MetadataOf } from '../../client/organizations/organization-metadata.js';

/** An organization. Times are Unix times in milliseconds. Source: schema Organization. */
export interface OrganizationJSON {
  readonly object: 'organization';
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly image_url?: string;
  readonly has_image: boolean;
  readonly members_count?: number;
  readonly missing_member_with_elevated_permissions?: boolean;
  readonly pending_invitations_count?: number;
  readonly max_allowed_memberships: number;
  readonly admin_delete_enabled: boolean;
  readonly public_metadata: MetadataOf<OrganizationPublicMetadata>;
  readonly private_metadata?: MetadataOf<OrganizationPrivateMetadata>;
  readonly created_by?: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly last_active_at?: number;
  readonly role_set_key?: string | null;
}

/** What may be shown of an organization. Source: schema OrganizationInvitationPublicOrganizationData. */
export interface PublicOrganizationDataJSON {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly image_url?: string;
  readonly has_image: boolean;
}

/** A domain of an organization. Times are Unix times in milliseconds. Source: schema OrganizationDomain. */
export interface OrganizationDomainJSON {
  readonly object: 'organization_domain';
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly enrollment_mode:
    'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion' | 'enterprise_sso';
  readonly affiliation_email_address: string | null;
  readonly affiliation_verification: OrganizationDomainVerificationJSON | null;
  readonly ownership_verification: OrganizationDomainVerificationJSON | null;
  /** @deprecated By Clerk. */
  readonly verification: OrganizationDomainVerificationJSON | null;
  readonly total_pending_invitations: number;
  readonly total_pending_suggestions: number;
  readonly public_organization_data?: PublicOrganizationDataJSON | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** How far the verification of a domain is. Times are Unix times in milliseconds. Source: schema OrganizationDomainVerification. */
export interface OrganizationDomainVerificationJSON {
  readonly status: string;
  readonly strategy: string;
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at: number | null;
}

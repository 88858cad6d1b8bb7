import type { MetadataOf } from '../../client/organizations/organization-metadata.js';
import type { PublicOrganizationDataJSON } from './organization.js';

/** An invitation to an organization. Times are Unix times in milliseconds. Source: schema OrganizationInvitation. */
export interface OrganizationInvitationJSON {
  readonly object: 'organization_invitation';
  readonly id: string;
  readonly email_address: string;
  readonly role: string;
  readonly role_name: string;
  readonly organization_id?: string;
  readonly inviter_id: string | null;
  readonly public_inviter_data: OrganizationInvitationPublicUserDataJSON | null;
  readonly status?: string;
  readonly public_metadata: MetadataOf<OrganizationInvitationPublicMetadata>;
  readonly private_metadata?: MetadataOf<OrganizationInvitationPrivateMetadata>;
  readonly url: string | null;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** An invitation as events have it. Source: webhook organizationInvitation.created. */
export interface OrganizationInvitationWebhookEventJSON extends OrganizationInvitationJSON {
  readonly data?: {
    readonly public_organization_data?: PublicOrganizationDataJSON | null;
  };
}

/** An invitation that somebody has accepted. Source: schema OrganizationInvitationAcceptedPayload. */
export interface OrganizationInvitationAcceptedJSON extends OrganizationInvitationJSON {
  readonly user_id: string;
  readonly data: {
    readonly public_organization_data?: PublicOrganizationDataJSON | null;
  };
}

/** What may be shown of whoever invited. Source: schema OrganizationInvitationPublicUserData. */
export interface OrganizationInvitationPublicUserDataJSON {
  readonly user_id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly image_url: string;
  readonly has_image: boolean;
  readonly identifier: string;
}

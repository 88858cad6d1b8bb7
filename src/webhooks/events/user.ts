import type {
  PrivateMetadata,
  PublicMetadata,
  UnsafeMetadata,
} from '../../client/users/user-metadata.js';
import type { EnterpriseAccountJSON, ExternalAccountJSON, SamlAccountJSON } from './account.js';
import type {
  EmailAddressJSON,
  PasskeyJSON,
  PhoneNumberJSON,
  Web3WalletJSON,
} from './identification.js';
import type { OrganizationMembershipJSON } from './organization-membership.js';

/** A user. Times are Unix times in milliseconds. Source: schema User. */
export interface UserJSON {
  readonly id: string;
  readonly object: 'user';
  readonly external_id: string | null;
  readonly primary_email_address_id: string | null;
  readonly primary_phone_number_id: string | null;
  readonly primary_web3_wallet_id: string | null;
  readonly username: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly locale?: string | null;
  /** @deprecated By Clerk. */
  readonly profile_image_url?: string;
  readonly image_url?: string;
  readonly has_image: boolean;
  readonly public_metadata: PublicMetadata;
  readonly private_metadata?: PrivateMetadata | null;
  readonly unsafe_metadata?: UnsafeMetadata;
  readonly email_addresses: readonly EmailAddressJSON[];
  readonly phone_numbers: readonly PhoneNumberJSON[];
  readonly web3_wallets: readonly Web3WalletJSON[];
  readonly passkeys: readonly PasskeyJSON[];
  readonly password_enabled: boolean;
  readonly two_factor_enabled: boolean;
  readonly totp_enabled: boolean;
  readonly backup_code_enabled: boolean;
  readonly mfa_enabled_at: number | null;
  readonly mfa_disabled_at: number | null;
  readonly password_last_updated_at?: number | null;
  readonly external_accounts: readonly ExternalAccountJSON[];
  readonly saml_accounts: readonly SamlAccountJSON[];
  readonly enterprise_accounts: readonly EnterpriseAccountJSON[];
  readonly organization_memberships?: readonly OrganizationMembershipJSON[];
  readonly last_sign_in_at: number | null;
  readonly banned: boolean;
  readonly locked: boolean;
  readonly deprovisioned?: boolean;
  /** Null for a lock without end, and without a lock. */
  readonly lockout_expires_in_seconds: number | null;
  readonly verification_attempts_remaining: number | null;
  readonly updated_at: number;
  readonly created_at: number;
  readonly delete_self_enabled: boolean;
  readonly create_organization_enabled: boolean;
  /** 0 for no limit. */
  readonly create_organizations_limit?: number | null;
  /** To the day. */
  readonly last_active_at: number | null;
  readonly legal_accepted_at: number | null;
  readonly bypass_client_trust?: boolean;
  readonly scim?: ScimUserMetadataJSON | null;
}

/** Where a user was provisioned from. Source: schema SCIMUserMetadata. */
export interface ScimUserMetadataJSON {
  readonly directory_id: string;
  readonly directory_enabled?: boolean;
  readonly external_id: string | null;
}

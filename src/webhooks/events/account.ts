import type {
  GoogleOneTapVerificationJSON,
  OAuthVerificationJSON,
  SamlVerificationJSON,
  TicketVerificationJSON,
} from './verification.js';

/** An account of a user at a social provider. Times are Unix times in milliseconds. Source: schema ExternalAccountWithVerification. */
export interface ExternalAccountJSON {
  readonly object: 'external_account' | 'facebook_account' | 'google_account';
  readonly id: string;
  readonly provider: string;
  readonly identification_id: string;
  readonly provider_user_id: string;
  readonly approved_scopes: string;
  readonly email_address: string;
  /** Whether the provider said that it was verified; null when it did not say. */
  readonly email_address_verified?: boolean | null;
  readonly first_name: string;
  readonly last_name: string;
  /** @deprecated By Clerk. */
  readonly avatar_url?: string;
  readonly image_url?: string | null;
  readonly username?: string | null;
  readonly phone_number?: string | null;
  readonly public_metadata: Readonly<Record<string, unknown>>;
  readonly label?: string | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly verification: OAuthVerificationJSON | GoogleOneTapVerificationJSON | null;
}

/** An account of a user at a SAML identity provider. Times are Unix times in milliseconds. Source: schema SAMLAccount. */
export interface SamlAccountJSON {
  readonly id: string;
  readonly object: 'saml_account';
  readonly provider: string;
  readonly active: boolean;
  readonly email_address: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly provider_user_id?: string | null;
  readonly last_authenticated_at?: number | null;
  readonly public_metadata?: Readonly<Record<string, unknown>>;
  readonly verification: SamlVerificationJSON | TicketVerificationJSON | null;
  readonly saml_connection?: SamlAccountConnectionJSON | null;
}

/** The SAML connection of an account. Times are Unix times in milliseconds. Source: schema SAMLAccountConnection. */
export interface SamlAccountConnectionJSON {
  readonly id: string;
  readonly name: string;
  /** @deprecated By Clerk. */
  readonly domain?: string;
  readonly domains?: readonly string[];
  readonly active: boolean;
  readonly provider: string;
  readonly sync_user_attributes: boolean;
  readonly allow_subdomains?: boolean;
  readonly allow_idp_initiated?: boolean;
  readonly disable_additional_identifications?: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

/** An account of a user at an enterprise identity provider. Times are Unix times in milliseconds. Source: schema EnterpriseAccount. */
export interface EnterpriseAccountJSON {
  readonly id: string;
  readonly object: 'enterprise_account';
  readonly protocol?: 'oauth' | 'saml';
  readonly provider: string;
  readonly active: boolean;
  readonly email_address: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly provider_user_id?: string | null;
  readonly enterprise_connection_id?: string | null;
  readonly public_metadata?: Readonly<Record<string, unknown>>;
  readonly verification:
    TicketVerificationJSON | SamlVerificationJSON | OAuthVerificationJSON | null;
  readonly enterprise_connection?: EnterpriseAccountConnectionJSON | null;
  readonly last_authenticated_at?: number | null;
}

/** The enterprise connection of an account. Times are Unix times in milliseconds. Source: schema EnterpriseAccountConnection. */
export interface EnterpriseAccountConnectionJSON {
  readonly id: string;
  readonly protocol: string;
  readonly provider: string;
  readonly name: string;
  readonly logo_public_url: string | null;
  /** @deprecated By Clerk. */
  readonly domain?: string;
  readonly domains?: readonly string[];
  readonly active: boolean;
  readonly sync_user_attributes: boolean;
  readonly allow_subdomains: boolean;
  readonly allow_idp_initiated: boolean;
  readonly disable_additional_identifications: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A verification by a code that was sent. Times are Unix times in milliseconds. Source: schema verification_otp. */
export interface OtpVerificationJSON {
  readonly object?: 'verification_otp';
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired';
  readonly strategy: 'phone_code' | 'email_code' | 'reset_password_email_code';
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly channel?: string | null;
  readonly verified_at_client?: string | null;
}

/** A verification by an administrator. Times are Unix times in milliseconds. Source: schema verification_admin. */
export interface AdminVerificationJSON {
  readonly object?: 'verification_admin';
  readonly status: 'verified';
  readonly strategy: 'admin';
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification that came along with a social account. Times are Unix times in milliseconds. Source: schema verification_from_oauth. */
export interface FromOAuthVerificationJSON {
  readonly object?: 'verification_from_oauth';
  readonly status: 'unverified' | 'verified';
  readonly strategy: string;
  readonly error?: ClerkAPIErrorJSON | null;
  readonly expire_at: number | null;
  readonly attempts: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by a ticket. Times are Unix times in milliseconds. Source: schema verification_ticket. */
export interface TicketVerificationJSON {
  readonly object?: 'verification_ticket';
  readonly status: 'unverified' | 'verified' | 'expired';
  readonly strategy: 'ticket';
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by a SAML identity provider. Times are Unix times in milliseconds. Source: schema verification_saml. */
export interface SamlVerificationJSON {
  readonly object?: 'verification_saml';
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable';
  readonly strategy: 'saml';
  readonly external_verification_redirect_url?: string | null;
  readonly error?: ClerkAPIErrorJSON | null;
  readonly expire_at?: number | null;
  readonly attempts: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by a link in an email. Times are Unix times in milliseconds. Source: schema verification_email_link. */
export interface EmailLinkVerificationJSON {
  readonly object?: 'verification_email_link';
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired';
  readonly strategy: 'email_link';
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by a directory. Times are Unix times in milliseconds. Source: schema verification_scim. */
export interface ScimVerificationJSON {
  readonly object?: 'verification_scim';
  readonly status: 'verified';
  readonly strategy: 'scim';
  readonly attempts: number | null;
  readonly expire_at: number | null;
}

/** A verification by the signature of a wallet. Times are Unix times in milliseconds. Source: schema verification_web3. */
export interface Web3VerificationJSON {
  readonly object?: 'verification_web3';
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired';
  readonly strategy:
    | 'web3_metamask_signature'
    | 'web3_base_signature'
    | 'web3_coinbase_wallet_signature'
    | 'web3_okx_wallet_signature'
    | 'web3_solana_signature';
  readonly nonce?: string | null;
  readonly message?: string | null;
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification of a passkey. Times are Unix times in milliseconds. Source: schema verification_passkey. */
export interface PasskeyVerificationJSON {
  readonly object?: 'verification_passkey';
  readonly status: 'verified';
  readonly strategy: 'passkey';
  readonly nonce?: 'nonce';
  readonly message?: string | null;
  readonly attempts: number | null;
  readonly expire_at: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by a social provider. Times are Unix times in milliseconds. Source: schema verification_oauth. */
export interface OAuthVerificationJSON {
  readonly object?: 'verification_oauth';
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable';
  readonly strategy: string;
  readonly external_verification_redirect_url?: string;
  readonly error?: ClerkAPIErrorJSON | null;
  readonly expire_at: number;
  readonly attempts: number | null;
  readonly verified_at_client?: string | null;
}

/** A verification by Google One Tap. Times are Unix times in milliseconds. Source: schema verification_google_one_tap. */
export interface GoogleOneTapVerificationJSON {
  readonly object?: 'verification_google_one_tap';
  readonly status: 'unverified' | 'verified';
  readonly strategy: 'google_one_tap';
  readonly expire_at: number | null;
  readonly attempts: number | null;
  readonly verified_at_client?: string | null;
  readonly error?: ClerkAPIErrorJSON | null;
}

/** What went wrong, in the words of the API. Source: schema ClerkError. */
export interface ClerkAPIErrorJSON {
  readonly message: string;
  readonly long_message: string;
  readonly code: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

import type {
  AdminVerificationJSON,
  EmailLinkVerificationJSON,
  FromOAuthVerificationJSON,
  OtpVerificationJSON,
  PasskeyVerificationJSON,
  SamlVerificationJSON,
  ScimVerificationJSON,
  TicketVerificationJSON,
  Web3VerificationJSON,
} from './verification.js';

/** An email address of a user. Times are Unix times in milliseconds. Source: schema EmailAddress. */
export interface EmailAddressJSON {
  readonly id?: string;
  readonly object: 'email_address';
  readonly email_address: string;
  readonly reserved: boolean;
  readonly verification:
    | OtpVerificationJSON
    | AdminVerificationJSON
    | FromOAuthVerificationJSON
    | TicketVerificationJSON
    | SamlVerificationJSON
    | EmailLinkVerificationJSON
    | ScimVerificationJSON
    | null;
  readonly linked_to: readonly IdentificationLinkJSON[];
  readonly matches_sso_connection?: boolean;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A phone number of a user. Times are Unix times in milliseconds. Source: schema PhoneNumber. */
export interface PhoneNumberJSON {
  readonly id?: string;
  readonly object: 'phone_number';
  readonly phone_number: string;
  readonly reserved_for_second_factor?: boolean;
  readonly default_second_factor?: boolean;
  readonly reserved: boolean;
  readonly verification: OtpVerificationJSON | AdminVerificationJSON | null;
  readonly linked_to: readonly IdentificationLinkJSON[];
  readonly backup_codes?: readonly string[] | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A web3 wallet of a user. Times are Unix times in milliseconds. Source: schema Web3Wallet. */
export interface Web3WalletJSON {
  readonly id?: string;
  readonly object: 'web3_wallet';
  readonly web3_wallet: string;
  readonly verification: Web3VerificationJSON | AdminVerificationJSON | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A passkey of a user. Times are Unix times in milliseconds. Source: schema Passkey. */
export interface PasskeyJSON {
  readonly id?: string;
  readonly object: 'passkey';
  readonly name: string;
  readonly last_used_at: number;
  readonly verification: PasskeyVerificationJSON | null;
}

/** Another identification that one is linked to. Source: schema IdentificationLink. */
export interface IdentificationLinkJSON {
  readonly type: string;
  readonly id: string;
}

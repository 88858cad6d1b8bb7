import type { WireObject } from '../shape.js';
import type { EmailAddress } from './email-address.js';
import type { EnterpriseAccount } from './enterprise-account.js';
import type { ExternalAccount } from './external-account.js';
import type { PhoneNumber } from './phone-number.js';
import type { PrivateMetadata, PublicMetadata, UnsafeMetadata } from './user-metadata.js';
import type { Web3Wallet } from './web3-wallet.js';

/**
 * A user of the instance. All times are Unix times in milliseconds. Source: schema User.
 *
 * `raw`, `fullName` and the `primary…` objects are not enumerable: a copy made by spreading, and
 * `JSON.stringify`, leave them out.
 */
export interface User {
  readonly id: string;
  readonly passwordEnabled: boolean;
  /** Whether an authenticator app is a second factor. */
  readonly totpEnabled: boolean;
  readonly backupCodeEnabled: boolean;
  readonly twoFactorEnabled: boolean;
  /** Whether an administrator has shut the user out. */
  readonly banned: boolean;
  /** Whether too many failed attempts have shut the user out for a while. */
  readonly locked: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly imageUrl: string;
  /** Whether the picture is the user's own; false for a generated one. */
  readonly hasImage: boolean;
  readonly primaryEmailAddressId: string | null;
  readonly primaryPhoneNumberId: string | null;
  readonly primaryWeb3WalletId: string | null;
  /** Null when the user has never signed in. */
  readonly lastSignInAt: number | null;
  /** The id in your own system. */
  readonly externalId: string | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: PublicMetadata;
  /** Metadata that only the Backend API can read and write; as it was saved. */
  readonly privateMetadata: PrivateMetadata;
  /** Metadata that the user's browser can write: don't rely on it. As it was saved. */
  readonly unsafeMetadata: UnsafeMetadata;
  readonly emailAddresses: EmailAddress[];
  readonly phoneNumbers: PhoneNumber[];
  readonly web3Wallets: Web3Wallet[];
  /** Accounts at social providers, verified or not. */
  readonly externalAccounts: ExternalAccount[];
  /** Accounts at identity providers of enterprises. */
  readonly enterpriseAccounts: EnterpriseAccount[];
  /** The day of the last activity. */
  readonly lastActiveAt: number | null;
  readonly createOrganizationEnabled: boolean;
  /** How many organizations the user may create; 0 for any number, null when not set. */
  readonly createOrganizationsLimit: number | null;
  readonly deleteSelfEnabled: boolean;
  /** When the user agreed to the legal terms. */
  readonly legalAcceptedAt: number | null;
  /** A BCP 47 language tag. */
  readonly locale: string | null;

  /** The API's answer as it came, for fields that have no property here. */
  readonly raw: WireObject;
  /** First and last name, or null when there is neither. */
  readonly fullName: string | null;
  /** The email address that `primaryEmailAddressId` names. */
  readonly primaryEmailAddress: EmailAddress | null;
  /** The phone number that `primaryPhoneNumberId` names. */
  readonly primaryPhoneNumber: PhoneNumber | null;
  /** The wallet that `primaryWeb3WalletId` names. */
  readonly primaryWeb3Wallet: Web3Wallet | null;
}

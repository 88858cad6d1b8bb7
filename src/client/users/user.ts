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
  /** `user_…` */
  readonly id: string;
  /** Whether there is a password to sign in with. */
  readonly passwordEnabled: boolean;
  /** Whether an authenticator app is a second factor. */
  readonly totpEnabled: boolean;
  /** Whether there are backup codes for when the second factor is lost. */
  readonly backupCodeEnabled: boolean;
  /** Whether signing in takes a second factor. */
  readonly twoFactorEnabled: boolean;
  /** Whether an administrator has shut the user out. */
  readonly banned: boolean;
  /** Whether too many failed attempts have shut the user out for a while. */
  readonly locked: boolean;
  /** When the user signed up: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When anything about the user last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Where the picture is; see `hasImage`. */
  readonly imageUrl: string;
  /** Whether the picture is the user's own; false for a generated one. */
  readonly hasImage: boolean;
  /** The one of `emailAddresses` that mail goes to (`idn_…`); null for none. */
  readonly primaryEmailAddressId: string | null;
  /** The one of `phoneNumbers` that messages go to (`idn_…`); null for none. */
  readonly primaryPhoneNumberId: string | null;
  /** The one of `web3Wallets` that comes first (`idn_…`); null for none. */
  readonly primaryWeb3WalletId: string | null;
  /** Null when the user has never signed in. */
  readonly lastSignInAt: number | null;
  /** The id in your own system. */
  readonly externalId: string | null;
  /** The name to sign in with, unique in the instance; null for none. */
  readonly username: string | null;
  /** The given name; null for none. */
  readonly firstName: string | null;
  /** The family name; null for none. */
  readonly lastName: string | null;
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: PublicMetadata;
  /** Metadata that only the Backend API can read and write; as it was saved. */
  readonly privateMetadata: PrivateMetadata;
  /** Metadata that the user's browser can write: don't rely on it. As it was saved. */
  readonly unsafeMetadata: UnsafeMetadata;
  /** All email addresses, verified or not. */
  readonly emailAddresses: EmailAddress[];
  /** All phone numbers, verified or not. */
  readonly phoneNumbers: PhoneNumber[];
  /** All wallets, verified or not. */
  readonly web3Wallets: Web3Wallet[];
  /** Accounts at social providers, verified or not. */
  readonly externalAccounts: ExternalAccount[];
  /** Accounts at identity providers of enterprises. */
  readonly enterpriseAccounts: EnterpriseAccount[];
  /** The day of the last activity. */
  readonly lastActiveAt: number | null;
  /** Whether the user may create organizations in the browser. */
  readonly createOrganizationEnabled: boolean;
  /** How many organizations the user may create; 0 for any number, null when not set. */
  readonly createOrganizationsLimit: number | null;
  /** Whether users may delete themselves in the browser. */
  readonly deleteSelfEnabled: boolean;
  /** When the user accepted the legal terms. */
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

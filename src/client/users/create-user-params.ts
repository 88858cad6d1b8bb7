import type { OptionalPasswordHashing } from './password-hashing.js';
import type { UserMetadataParams } from './user-metadata.js';

/** The state that an identifier begins in: a reserved one is not verified, but nobody else can have it. */
export type IdentificationStatus = 'verified' | 'reserved';

/** A user to make; the instance's settings say what must be given. */
export type CreateUserParams = UserFields & UserMetadataParams & OptionalPasswordHashing;

interface UserFields {
  /** The id in your own system; no two users have the same. */
  readonly externalId?: string;
  /** The email addresses; the first is the primary one. */
  readonly emailAddress?: readonly string[];
  /** The state of each email address, in the same order; by default `verified`. */
  readonly emailAddressIdentificationStatus?: readonly IdentificationStatus[];
  /** The phone numbers in E.164 format; the first is the primary one. */
  readonly phoneNumber?: readonly string[];
  /** The state of each phone number, in the same order; by default `verified`. */
  readonly phoneNumberIdentificationStatus?: readonly IdentificationStatus[];
  /** The addresses of the wallets; the first is the primary one. */
  readonly web3Wallet?: readonly string[];
  /** The name that users sign in with, unique in the instance. */
  readonly username?: string;
  /** The password in plain text, at least 8 characters. No error shows it. */
  readonly password?: string;
  /** The given name. */
  readonly firstName?: string;
  /** The family name. */
  readonly lastName?: string;
  /** A BCP 47 language tag. */
  readonly locale?: string;
  /** Takes the password without looking at its strength. */
  readonly skipPasswordChecks?: boolean;
  /** Makes the user without a password on an instance that insists on one. */
  readonly skipPasswordRequirement?: boolean;
  /** Makes the user without the identifiers that the instance insists on. */
  readonly skipUserRequirement?: boolean;
  /** Makes the user without agreement to the legal terms. */
  readonly skipLegalChecks?: boolean;
  /** When the user accepted the legal terms. */
  readonly legalAcceptedAt?: Date;
  /** The secret of an authenticator app (SHA-1, 6 digits, 30 seconds). No error shows it. */
  readonly totpSecret?: string;
  /** Backup codes, in plain text or as bcrypt digests. No error shows them. */
  readonly backupCodes?: readonly string[];
  /** When the user signed up, where that was earlier. */
  readonly createdAt?: Date;
  /** Shuts the user out from the start. */
  readonly banned?: boolean;
  /** Locks the user from the start. */
  readonly locked?: boolean;
  /** Whether users may delete themselves in the browser. */
  readonly deleteSelfEnabled?: boolean;
  /** Whether the user may create organizations in the browser. */
  readonly createOrganizationEnabled?: boolean;
  /** How many organizations the user may create; 0 for any number. */
  readonly createOrganizationsLimit?: number;
  /** Lets the user sign in on a device that is not known. */
  readonly bypassClientTrust?: boolean;
}

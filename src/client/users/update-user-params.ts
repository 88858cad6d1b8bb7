import type { OptionalPasswordHashing } from './password-hashing.js';
import type { PrivateMetadata, PublicMetadata, UnsafeMetadata } from './user-metadata.js';

/** What to change about a user; what is left out stays as it is. */
export type UpdateUserParams = UserFields & UserMetadata & OptionalPasswordHashing;

interface UserFields {
  /** The given name. */
  readonly firstName?: string;
  /** The family name. */
  readonly lastName?: string;
  /** The user name; an empty one takes it away. */
  readonly username?: string;
  /** The password in plain text, at least 8 characters. No error shows it. */
  readonly password?: string;
  /** Takes the password without looking at its strength. */
  readonly skipPasswordChecks?: boolean;
  /** Ends the user's sessions once the password is changed. */
  readonly signOutOfOtherSessions?: boolean;
  /** The id of a verified email address of the user. */
  readonly primaryEmailAddressID?: string;
  /** Whether the previous primary email address is told. */
  readonly notifyPrimaryEmailAddressChanged?: boolean;
  /** The id of a verified phone number of the user. */
  readonly primaryPhoneNumberID?: string;
  /** The id of a verified wallet of the user. */
  readonly primaryWeb3WalletID?: string;
  /** The id of an image that was uploaded before. */
  readonly profileImageID?: string;
  /** The secret of an authenticator app (SHA-1, 6 digits, 30 seconds). No error shows it. */
  readonly totpSecret?: string;
  /** Backup codes, in plain text or as bcrypt digests. No error shows them. */
  readonly backupCodes?: readonly string[];
  /** The id in your own system; no two users have the same. */
  readonly externalId?: string;
  /** When the user signed up. */
  readonly createdAt?: Date;
  /** Makes the change without agreement to the legal terms. */
  readonly skipLegalChecks?: boolean;
  /** When the user accepted the legal terms. */
  readonly legalAcceptedAt?: Date;
  /** A BCP 47 language tag. */
  readonly locale?: string;
  /** Whether users may delete themselves in the browser. */
  readonly deleteSelfEnabled?: boolean;
  /** Whether the user may create organizations in the browser. */
  readonly createOrganizationEnabled?: boolean;
  /** How many organizations the user may create; 0 for any number. */
  readonly createOrganizationsLimit?: number;
  /** Lets the user sign in on a device that is not known. */
  readonly bypassClientTrust?: boolean;
}

interface UserMetadata {
  /** @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace. */
  readonly publicMetadata?: PublicMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace. */
  readonly privateMetadata?: PrivateMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace. */
  readonly unsafeMetadata?: UnsafeMetadata;
}

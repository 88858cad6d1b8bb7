import type { Metadata, VisibleMetadata } from './metadata.js';
import type { StoredPassword } from './stored-password.js';

/** An email address, a phone number or a web3 wallet of a user's. */
export interface IdentificationRecord {
  /** `idn_…` */
  readonly id: string;
  readonly value: string;
  /** Locked for this user, but not verified. */
  readonly isReserved: boolean;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** What a user can be known by, each kind in the order in which it was given. */
export interface UserIdentifications {
  readonly emailAddresses: readonly IdentificationRecord[];
  readonly phoneNumbers: readonly IdentificationRecord[];
  readonly web3Wallets: readonly IdentificationRecord[];
  readonly primaryEmailAddressId: string | null;
  readonly primaryPhoneNumberId: string | null;
  readonly primaryWeb3WalletId: string | null;
}

/** What an application may say about a user, and change. */
export interface UserAttributes {
  readonly externalId: string | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string | null;
  readonly isTotpEnabled: boolean;
  readonly areBackupCodesEnabled: boolean;
  readonly deleteSelfEnabled: boolean;
  readonly createOrganizationEnabled: boolean;
  readonly createOrganizationsLimit: number | null;
  readonly bypassClientTrust: boolean;
  /** Unix time in milliseconds. */
  readonly legalAcceptedAt: number | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** A user as the embedded instance keeps it. */
export interface UserRecord extends UserIdentifications, UserAttributes, VisibleMetadata {
  /** `user_…` */
  readonly id: string;
  /** The short name that `mintSessionToken()` takes. */
  readonly name: string;
  /** `sess_…`: the session of the user's minted tokens. */
  readonly sessionId: string;
  readonly unsafeMetadata: Metadata;
  readonly password: StoredPassword | null;
  readonly isBanned: boolean;
  /** Until when nobody may sign in as the user: Unix time in milliseconds; null for no lock. */
  readonly lockedUntil: number | null;
  /** Unix time in milliseconds; null for never. */
  readonly lastSignInAt: number | null;
  /** Unix time in milliseconds; null for never. */
  readonly lastActiveAt: number | null;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** What a user has about whom nothing is said. */
export const DEFAULT_ATTRIBUTES: Omit<UserAttributes, 'createdAt'> = {
  externalId: null,
  username: null,
  firstName: null,
  lastName: null,
  locale: null,
  isTotpEnabled: false,
  areBackupCodesEnabled: false,
  deleteSelfEnabled: true,
  createOrganizationEnabled: true,
  createOrganizationsLimit: null,
  bypassClientTrust: false,
  legalAcceptedAt: null,
};

/** @param now Unix time in milliseconds. */
export function isLocked({ lockedUntil }: UserRecord, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/** The address by which a user is mostly known; undefined for a user without one. */
export function primaryEmailAddress(user: UserIdentifications): IdentificationRecord | undefined {
  return user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId);
}

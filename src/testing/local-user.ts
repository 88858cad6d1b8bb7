import type { SessionStatus } from './records/session-record.js';

/** An organization of the embedded instance. */
export interface LocalOrganization {
  /** `org_…` */
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** The features there are, by key: the middle of `org:<feature>:<permission>`. */
  readonly features: readonly string[];
}

/** A user's place in an organization. */
export interface LocalMembership {
  /** `orgmem_…` */
  readonly id: string;
  readonly organization: LocalOrganization;
  /** With its prefix: `org:admin`. */
  readonly role: string;
  /** In full: `org:articles:read`. */
  readonly permissions: readonly string[];
}

/** A user of the embedded instance. */
export interface LocalUser {
  /** The short name that `mintSessionToken()` and `signedInAs()` take. */
  readonly name: string;
  /** `user_…` */
  readonly id: string;
  /** Empty for none, as are the others. */
  readonly firstName: string;
  readonly lastName: string;
  readonly emailAddress: string;
  /** `idn_…` */
  readonly emailAddressId: string;
  /** `sess_…`: the session of the user's minted tokens. Each browser has another. */
  readonly sessionId: string;
  /** Of the user's places in organizations the last one taken, which a new session acts for; null for none. */
  readonly membership: LocalMembership | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** A user who belongs to an organization. */
export interface LocalMember extends LocalUser {
  readonly membership: LocalMembership;
}

/** A session of the embedded instance. */
export interface LocalSession {
  /** `sess_…` */
  readonly id: string;
  /** `client_…` */
  readonly clientId: string;
  readonly user: LocalUser;
  /** `ended` by signing out, `revoked` by the Backend API. */
  readonly status: SessionStatus;
  /** The organization it acts for; null for the personal account. */
  readonly membership: LocalMembership | null;
  /** What the `__refresh_<suffix>` cookie holds with `refreshTokens: true`; never sent otherwise. */
  readonly refreshToken: string;
  /** When the user signed in: Unix time in milliseconds. */
  readonly createdAt: number;
  /** When the organization or the status last changed: Unix time in milliseconds. */
  readonly updatedAt: number;
}

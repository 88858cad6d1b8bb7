import type {
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
} from './authorization-keys.js';

declare global {
  /**
   * Declare it once more in a `declare global` block of yours to type the claims that your instance adds to
   * its session tokens:
   *
   * ```ts
   * declare global {
   *   interface CustomJwtSessionClaims {
   *     metadata: { onboarded?: boolean };
   *   }
   * }
   * ```
   *
   * It has the vendor's name and must stay empty: the vendor's declaration has an index signature,
   * and two of those in one merged interface don't compile.
   */
  interface CustomJwtSessionClaims {}
}

/** The kinds of actor that Clerk names in {@link ActClaim}. */
export type ActClaimType = 'agent';

/** Who acts as the user: an impersonator or an agent (RFC 8693, the `act` claim). */
export interface ActClaim {
  /** The id of the one who acts. */
  sub: string;
  /** Says that the actor is not a person. */
  type?: ActClaimType;
  [claim: string]: unknown;
}

/** `pending` sessions have a task left, such as the choice of an organization. */
export type SessionStatusClaim = 'active' | 'pending';

/** The claims that session tokens of both versions share. */
interface CommonClaims {
  /** Declared as the vendor declares it, so that payloads are interchangeable; never set. */
  __raw: string;
  /** The Frontend API that issued the token, an absolute URL (RFC 7519). */
  iss: string;
  /** The user's id. */
  sub: string;
  /** The session's id. */
  sid: string;
  /** Not valid before, in seconds since 1970. */
  nbf: number;
  /** Not valid at or after, in seconds since 1970. */
  exp: number;
  /** Issued at, in seconds since 1970. */
  iat: number;
  /** The origin that asked for the token. */
  azp?: string;
  /** Who acts as the user; absent when the users act for themselves. */
  act?: ActClaim;
  /** Minutes since the first and the second factor were verified; -1 for a factor without any. */
  fva?: [firstFactorAge: number, secondFactorAge: number];
  /** The session's status. */
  sts?: SessionStatusClaim;
  [claim: string]: unknown;
}

/** The organization's claims in tokens of version 1, which carry no version. */
interface ClaimsOfVersion1 {
  v?: undefined;
  /** The active organization's permissions, as `org:<feature>:<permission>`. */
  org_permissions?: OrganizationCustomPermissionKey[];
  /** The active organization's id. */
  org_id?: string;
  /** The active organization's slug. */
  org_slug?: string;
  /** The user's role in the active organization, as `org:<role>`. */
  org_role?: OrganizationCustomRoleKey;
}

/** The organization's and the billing claims in tokens of version 2. */
interface ClaimsOfVersion2 {
  v: 2;
  /** Features, as `<scope>:<feature>` joined by commas; the scope is `o`, `u`, `ou` or `uo`. */
  fea?: string;
  /** Plans, as `<scope>:<plan>` joined by commas. */
  pla?: string;
  /** The active organization. */
  o?: {
    id: string;
    /** The organization's slug. */
    slg?: string;
    /** The user's role, without the prefix `org:`. */
    rol?: OrganizationCustomRoleKey;
    /** The names of permissions, joined by commas. */
    per?: string;
    /** A decimal bitmap over `per` for each organization feature in `fea`, joined by commas. */
    fpm?: string;
  };
  org_permissions?: never;
  org_id?: never;
  org_slug?: never;
  org_role?: never;
}

/** What tells the two versions of a session token apart. */
export type VersionedJwtPayload = ClaimsOfVersion1 | ClaimsOfVersion2;

/**
 * The claims of a session token: the registered ones, those of its version, and what
 * {@link CustomJwtSessionClaims} adds. Any other claim is `unknown`.
 */
export type JwtPayload = CommonClaims & CustomJwtSessionClaims & VersionedJwtPayload;

/** The claims of a verified session token, as they are on an auth object. */
export type SessionClaims = JwtPayload;

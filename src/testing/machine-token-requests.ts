import type { CustomClaims } from './machine-token.js';

/** A machine token that was just made. */
export interface CreatedToken {
  /** What revokes it, and what an auth object has as `id`: `ak_…`, `mt_…` or `oat_…`. */
  readonly id: string;
  /** What a caller sends after `Bearer`. For an API key Clerk calls it the secret. */
  readonly token: string;
}

/** What an API key is to be. Names are those of `apiKeys.create()` of Clerk's Backend API. */
export interface ApiKeyRequest {
  /** A user's name or id (`ada`, `user_…`), or an organization's slug or id (`acme`, `org_…`). */
  readonly subject: string;
  /** Default `Test key`. */
  readonly name?: string;
  /** Default none. */
  readonly description?: string;
  /** Default none. */
  readonly scopes?: readonly string[];
  /** Default none. */
  readonly claims?: CustomClaims;
  /** `user_…`; default none. */
  readonly createdBy?: string;
  /** Default: never expires. A negative number makes a key that has expired. */
  readonly secondsUntilExpiration?: number;
}

/** What an M2M token is to be. Names are those of `m2m.createToken()` of Clerk's Backend API. */
export type M2mTokenRequest = M2mTokenFields & TokenFormat;

interface M2mTokenFields {
  /** A machine's name or id: `worker`, `mch_…`. */
  readonly subject: string;
  /** Default: the ids of the machines it may call. */
  readonly scopes?: readonly string[];
  /** Default none. In a JWT they win over its own, and `undefined` leaves one out. */
  readonly claims?: CustomClaims;
  /** Default: the machine's, 3600 unless changed. A negative number makes a token that has expired. */
  readonly secondsUntilExpiration?: number;
}

/** What an OAuth access token is to be. */
export type OAuthAccessTokenRequest = OAuthAccessTokenFields & (Opaque | (Jwt & JwtClaims));

interface OAuthAccessTokenFields {
  /** A user's name or id: `ada`, `user_…`. */
  readonly subject: string;
  /** The OAuth client that acts for the user; default a made-up one. */
  readonly clientId?: string;
  /** Default none. */
  readonly scopes?: readonly string[];
  /** Whom it is for; default: the token doesn't say. */
  readonly aud?: string | readonly string[];
  /** Default 86400. A negative number makes a token that has expired. */
  readonly secondsUntilExpiration?: number;
}

type TokenFormat = Opaque | Jwt;

interface Opaque {
  /** `opaque`, the default: applications have to ask the Backend API about it. */
  readonly tokenFormat?: 'opaque';
}

interface Jwt {
  /** `jwt`: applications verify it themselves. It can't be revoked. */
  readonly tokenFormat: 'jwt';
  /** Header parameters to set; `undefined` leaves one out. RS256, RS384 and RS512 can be signed. */
  readonly header?: Readonly<Record<string, unknown>>;
}

interface JwtClaims {
  /** Claims to set; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

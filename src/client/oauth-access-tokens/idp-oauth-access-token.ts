import { given, shape } from '../shape.js';

/**
 * A token by which an OAuth application calls yours as one of your users, who are signed in there
 * with Clerk. Its times come as the API sends them: Unix times in seconds, says the vendor's client.
 * Source: the answer of POST /oauth_applications/access_tokens/verify.
 */
export interface IdPOAuthAccessToken {
  /** The id of the token: not the token itself. */
  readonly id: string;
  /** The OAuth application. */
  readonly clientId: string;
  /** What kind of token it is, in the API's words. */
  readonly type: string;
  /** The user. */
  readonly subject: string;
  /** What the user allowed. */
  readonly scopes: string[];
  /** Whether it was revoked, and is good for nothing any more. */
  readonly revoked: boolean;
  /** Why it was revoked, where somebody has said. */
  readonly revocationReason: string | null;
  /** Whether `expiration` has passed. */
  readonly expired: boolean;
  /** When it expires; null for never. */
  readonly expiration: number | null;
  /** When it was made: a Unix time, as the API sends it. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time, as the API sends it. */
  readonly updatedAt: number;
  /** The services that it was made for, where it names any. */
  readonly aud?: string[];
}

/** Reads a resource whose `object` is `clerk_idp_oauth_access_token`. */
export const readIdPOAuthAccessToken = shape<IdPOAuthAccessToken>({
  id: given,
  clientId: given,
  type: given,
  subject: given,
  scopes: given,
  revoked: given,
  revocationReason: given,
  expired: given,
  expiration: given,
  createdAt: given,
  updatedAt: given,
  aud: given,
});

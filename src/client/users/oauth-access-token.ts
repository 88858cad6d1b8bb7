import { given, orEmptyObject, orEmptyText, shape } from '../shape.js';

/** A token for a social provider's API, which the user has granted. Source: schema OAuthAccessToken. */
export interface OauthAccessToken {
  /** The user's account at the provider. */
  readonly externalAccountId: string;
  /** The provider: `oauth_google`, … */
  readonly provider: string;
  /** The access token itself. */
  readonly token: string;
  /** The account's public metadata; as it was saved. */
  readonly publicMetadata: Record<string, unknown>;
  /** Tells several accounts at one provider apart; empty when there is nothing to tell. */
  readonly label: string;
  /** What the token is good for; only for OAuth 2.0. */
  readonly scopes?: string[];
  /** The secret beside the token; only for OAuth 1.0. */
  readonly tokenSecret?: string;
  /** When the token expires: a Unix time in milliseconds. */
  readonly expiresAt?: number;
  /** The provider's OpenID Connect id token, where it gave one. */
  readonly idToken?: string;
}

/** Reads a resource whose `object` is `oauth_access_token`. */
export const readOauthAccessToken = shape<OauthAccessToken>({
  externalAccountId: given,
  provider: given,
  token: given,
  publicMetadata: orEmptyObject,
  label: orEmptyText,
  scopes: given,
  tokenSecret: given,
  expiresAt: given,
  idToken: given,
});

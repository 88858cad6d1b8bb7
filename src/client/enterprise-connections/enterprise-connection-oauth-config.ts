import { given, shape } from '../shape.js';

/** The OpenID Connect side of an enterprise connection. Times are Unix times in milliseconds. Source: `oauth_config` of schema EnterpriseConnection. */
export interface EnterpriseConnectionOauthConfig {
  /** The id of this side of the connection. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** By which Clerk names itself to the provider. */
  readonly clientId: string | undefined;
  /** The provider's OpenID Connect configuration. */
  readonly discoveryUrl: string | undefined;
  /** Where the provider's logo is. */
  readonly logoPublicUrl: string | undefined;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The provider: `oidc_custom`, … */
  readonly providerKey: string;
  /** Where the flow starts. */
  readonly authUrl: string | undefined;
  /** Where a code is exchanged for a token. */
  readonly tokenUrl: string | undefined;
  /** Where the user's profile is read. */
  readonly userInfoUrl: string | undefined;
  /** Whether the flow needs a proof key (PKCE). */
  readonly requiresPkce: boolean;
}

/** Reads the `oauth_config` of an enterprise connection. */
export const readEnterpriseConnectionOauthConfig = shape<EnterpriseConnectionOauthConfig>({
  id: given,
  name: given,
  clientId: given,
  discoveryUrl: given,
  logoPublicUrl: given,
  createdAt: given,
  updatedAt: given,
  providerKey: given,
  authUrl: given,
  tokenUrl: given,
  userInfoUrl: given,
  requiresPkce: given,
});

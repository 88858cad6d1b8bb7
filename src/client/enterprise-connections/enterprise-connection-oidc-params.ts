/** The OpenID Connect side of an enterprise connection. */
export interface EnterpriseConnectionOidcParams {
  /** Where the flow starts. */
  readonly authUrl?: string;
  /** By which Clerk names itself to the provider. */
  readonly clientId?: string;
  /** By which Clerk proves itself to the provider. No error shows it. */
  readonly clientSecret?: string;
  /** The provider's OpenID Connect configuration. */
  readonly discoveryUrl?: string;
  /** Whether the flow needs a proof key (PKCE); it does where there is no client secret. */
  readonly requiresPkce?: boolean;
  /** Where a code is exchanged for a token. */
  readonly tokenUrl?: string;
  /** Where the user's profile is read. */
  readonly userInfoUrl?: string;
}

import { from, given, shape } from '../shape.js';

/** An application of somebody's whose users sign in with their account at yours. Times are Unix times in milliseconds. Source: schema OAuthApplication. */
export interface OAuthApplication {
  /** What `oauthApplicationId` is in parameters: not the client id. */
  readonly id: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** What users read when they are asked to consent. */
  readonly name: string;
  /** By which the application names itself in the OAuth flow. */
  readonly clientId: string;
  /** The application's own page, shown where the user consents. */
  readonly clientUri: string | null;
  /** The application's logo. */
  readonly clientImageUrl: string | null;
  /** Whether the application registered itself. */
  readonly dynamicallyRegistered: boolean;
  /** Whether users are asked before the application gets anything; always, where it registered itself. */
  readonly consentScreenEnabled: boolean;
  /** Whether the flow needs a proof key (PKCE). */
  readonly pkceRequired: boolean;
  /** Whether the application can't keep a secret, as one in a browser or on a phone. */
  readonly isPublic: boolean;
  /** What it may ask for, separated by spaces: `profile email`. */
  readonly scopes: string;
  /** Where users may be sent back to. */
  readonly redirectUris: string[];
  /** Where the flow starts. */
  readonly authorizeUrl: string;
  /** Where a code is exchanged for a token. */
  readonly tokenFetchUrl: string;
  /** Where the user's profile is read with a token. */
  readonly userInfoUrl: string;
  /** The OpenID Connect configuration. */
  readonly discoveryUrl: string;
  /** Where a token is examined. */
  readonly tokenIntrospectionUrl: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The client secret, which only the answers to making and rotating bring; empty for a public client. */
  readonly clientSecret?: string;
}

/** Reads a resource whose `object` is `oauth_application`. */
export const readOAuthApplication = shape<OAuthApplication>({
  id: given,
  instanceId: given,
  name: given,
  clientId: given,
  clientUri: given,
  clientImageUrl: given,
  dynamicallyRegistered: given,
  consentScreenEnabled: given,
  pkceRequired: given,
  isPublic: from('public', given),
  scopes: given,
  redirectUris: given,
  authorizeUrl: given,
  tokenFetchUrl: given,
  userInfoUrl: given,
  discoveryUrl: given,
  tokenIntrospectionUrl: given,
  createdAt: given,
  updatedAt: given,
  clientSecret: given,
});

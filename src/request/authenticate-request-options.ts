import type { OrganizationSyncOptions } from '../engine/organization-matcher.js';
import type { PageOptions } from '../engine/pages.js';
import type { AcceptedTokens } from '../engine/token-type.js';
import type { AuthenticationClient } from './authentication-client.js';

/** By which keys tokens are verified, and where the Backend API is. */
export interface ConnectionOptions {
  /** The instance's publishable key (`pk_test_…`, `pk_live_…`). Not needed for API keys and M2M tokens alone. */
  publishableKey?: string;
  /**
   * The instance's secret key. Needed unless `jwtKey` is given; without it nothing can be asked of
   * the Backend API.
   */
  secretKey?: string;
  /** The key of this machine (`ak_…`), by which other machines' opaque tokens are verified. */
  machineSecretKey?: string;
  /**
   * The instance's public key as PEM. With it tokens verify without any network. Accepted on one
   * line and without header and footer.
   */
  jwtKey?: string;
  /** The Backend API's address. Default: `https://api.clerk.com`. */
  apiUrl?: string;
  /** The path segment before every operation. Default: `v1`. */
  apiVersion?: string;
  /** Whether the keys are fetched for each verification anew. Default: false. For finding faults. */
  skipJwksCache?: boolean;
  /**
   * For how long fetched keys are used, in milliseconds; they are fetched again a little earlier, in
   * the background. 0: for each verification anew. Default: 300,000, five minutes.
   */
  jwksCacheTtlInMs?: number;
  /**
   * How old keys may be and still serve while Clerk can't be asked for new ones, in milliseconds
   * since they were fetched. 0: never past `jwksCacheTtlInMs`. Default: 86,400,000, 24 hours.
   */
  jwksStaleTtlInMs?: number;
}

/** What is demanded of a token. */
export interface TokenDemands {
  /** The kinds of token that are taken. Default: `session_token`. */
  acceptsToken?: AcceptedTokens;
  /** Audiences: a token that names any (`aud`) must name one of these; an OAuth token must name one. */
  audience?: string | string[];
  /**
   * Origins that may have asked for a token (`azp`), for example `['https://example.com']`. Protects
   * against a sibling subdomain that plants or replays session cookies. Recommended in production.
   */
  authorizedParties?: string[];
  /** How far clocks may disagree, in milliseconds. Default: 5000. */
  clockSkewInMs?: number;
  /** The `typ` values one of which a token's header must have. Default: `JWT`, or none at all. */
  headerType?: string | string[];
  /** Activates the organization that a URL names. */
  organizationSyncOptions?: OrganizationSyncOptions;
  /**
   * The origins of satellites that a primary of a development instance sends browsers back to with
   * the token that stands for the browser. Without it, wherever `__clerk_redirect_url` says, as the
   * vendor's SDK does. Production instances have no such step.
   */
  allowedRedirectOrigins?: string[];
}

/** What `authenticateRequest()` takes. Names are the vendor's. */
export interface AuthenticateRequestOptions extends ConnectionOptions, TokenDemands, PageOptions {
  /** Where browsers reach the Frontend API for the handshake: a URL, or a path of this application. */
  proxyUrl?: string;
  /** The domain of a satellite, for example `satellite.example`. */
  domain?: string;
  /** Whether this is a satellite, which shares the sessions of a primary on another domain. */
  isSatellite?: boolean;
  /**
   * Whether a satellite asks the primary about visitors without any cookie. Default: false, so that
   * the first page of a visitor costs no redirect.
   */
  satelliteAutoSync?: boolean;
  /** The client that asks about handshakes and refreshes. Default: one made from the keys. */
  apiClient?: AuthenticationClient;
}

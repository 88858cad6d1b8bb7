import type { OrganizationMatcher } from './organization-matcher.js';
import type { AcceptedTokens } from './token-type.js';

/** How long clocks may disagree, in milliseconds, unless `clockSkewInMs` says otherwise. */
export const DEFAULT_CLOCK_SKEW_IN_MS = 5_000;

/** What the application demands of a request's tokens. Holds no secret. */
export interface Policy {
  /** The kinds of token that are taken. */
  readonly acceptsToken: AcceptedTokens;
  /** Origins that may have asked for the token (`azp`). Empty: any. */
  readonly authorizedParties: readonly string[];
  /** Audiences of which a token that names any (`aud`) must name one. Empty: any. */
  readonly audience: readonly string[];
  /** How far the token's times may be off, in milliseconds. */
  readonly clockSkewInMs: number;
  /** The `typ` values that a session token must have one of. None: `JWT`, or no `typ` at all. */
  readonly headerTypes: readonly string[] | undefined;
  /** Which organization the URL asks for. */
  readonly organizations: OrganizationMatcher;
  /** Where a development primary sends browsers back to after a sync. None given: anywhere. */
  readonly allowedRedirectOrigins: readonly string[] | undefined;
}

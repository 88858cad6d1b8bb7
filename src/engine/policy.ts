/** How long clocks may disagree, in milliseconds, unless `clockSkewInMs` says otherwise. */
export const DEFAULT_CLOCK_SKEW_IN_MS = 5_000;

/** What the application demands of a token. Holds no secret. */
export interface Policy {
  /** Origins that may have asked for the token (`azp`). Empty: any. */
  readonly authorizedParties: readonly string[];
  /** Audiences of which a token that names any (`aud`) must name one. Empty: any. */
  readonly audience: readonly string[];
  /** How far the token's times may be off, in milliseconds. */
  readonly clockSkewInMs: number;
}

/**
 * How a source of keys is.
 *
 * - `up`: keys are there and within their lifetime, or are no matter of fetching, or nothing is known
 *   to be wrong: before the first fetch, and after hours without a request.
 * - `degraded`: keys are past their lifetime, the last fetch failed, and they serve all the same.
 * - `down`: the last fetch failed and no keys serve, so that requests with tokens are answered 503.
 */
export type HealthStatus = 'up' | 'degraded' | 'down';

/** How a source of keys is, without any secret. */
export interface KeyHealth {
  readonly status: HealthStatus;
  /** Where the keys come from: the Backend API, the option `jwtKey`, or nowhere. */
  readonly kind: 'jwks' | 'pem' | 'none';
  /** When keys were last fetched. */
  readonly fetchedAt?: Date;
  /** How old they are, in milliseconds. */
  readonly ageInMs?: number;
  /** For how long they have been past their lifetime, in milliseconds; 0 within it. */
  readonly staleForInMs?: number;
  /** Until when they serve if none can be fetched any more. */
  readonly servesUntil?: Date;
  /** Why the last fetch failed; not there when it did not. */
  readonly lastFailure?: string;
}

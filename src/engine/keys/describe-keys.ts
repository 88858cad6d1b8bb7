import type { VerificationFailure } from '../claims/verification-failure.js';
import type { HealthStatus, KeyHealth } from './key-health.js';
import type { KeyLifetime, KeyStage } from './key-lifetime.js';

/** What is known of fetched keys at a moment. */
export interface FetchedKeysState {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Without keys: `expired`. */
  readonly stage: KeyStage;
  /** Milliseconds since 1970; undefined if keys never were. */
  readonly fetchedAt: number | undefined;
  readonly lifetime: KeyLifetime;
  /** Why the latest fetch failed, if it did. */
  readonly failure: VerificationFailure | undefined;
}

/** How fetched keys are, for whoever watches over the application. */
export function describeKeys(state: FetchedKeysState): KeyHealth {
  const { now, fetchedAt, lifetime, failure } = state;
  const ageInMs = fetchedAt === undefined ? undefined : Math.max(0, now - fetchedAt);
  return {
    status: statusOf(state),
    kind: 'jwks',
    ...(fetchedAt !== undefined &&
      ageInMs !== undefined && {
        fetchedAt: new Date(fetchedAt),
        ageInMs,
        staleForInMs: Math.max(0, ageInMs - lifetime.lifetimeInMs),
        servesUntil: new Date(fetchedAt + lifetime.servesForInMs),
      }),
    ...(failure && { lastFailure: failure.message }),
  };
}

/** Age alone is nothing bad: without requests nobody has asked for new keys. */
function statusOf({ stage, failure }: FetchedKeysState): HealthStatus {
  if (!failure) return 'up';
  switch (stage) {
    case 'fresh':
    case 'due':
      return 'up';
    case 'stale':
      return 'degraded';
    case 'expired':
      return 'down';
    default:
      return stage satisfies never;
  }
}

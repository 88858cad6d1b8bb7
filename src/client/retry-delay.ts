import type { ClerkApiError } from './clerk-api-error.js';
import type { ClerkApiFailureCode } from './clerk-api-error-item.js';
import type { RetryOptions } from './retry-options.js';

/** What is known when an attempt has failed. */
export interface FailedAttempt {
  readonly error: Pick<ClerkApiError, 'method' | 'status' | 'failure'>;
  /** Which one it was; the first is 1. */
  readonly attempt: number;
  /** How long the API asks to be left alone, in milliseconds. */
  readonly retryAfterInMs: number | undefined;
  /** How long the call has taken so far, in milliseconds. */
  readonly elapsedInMs: number;
}

/**
 * How long to wait before the next attempt.
 *
 * @param failed The last one.
 * @param retry The rules.
 * @param random A number from 0 to below 1: clients that failed together must not come back together.
 * @returns Milliseconds, or undefined when there must be no other attempt.
 */
export function retryDelay(
  failed: FailedAttempt,
  retry: RetryOptions | false,
  random: number,
): number | undefined {
  if (!retry || failed.attempt >= retry.attempts || !mayRepeat(failed.error)) return undefined;
  const delay = wait(failed, retry, random);
  const isInTime = delay !== undefined && failed.elapsedInMs + delay < retry.totalInMs;
  return isInTime ? delay : undefined;
}

function wait(
  { attempt, retryAfterInMs }: FailedAttempt,
  { firstDelayInMs, longestDelayInMs }: RetryOptions,
  random: number,
): number | undefined {
  if (retryAfterInMs === undefined) {
    const longest = Math.min(longestDelayInMs, firstDelayInMs * 2 ** (attempt - 1));
    return (longest * (1 + random)) / 2;
  }
  // Later than asked, never earlier.
  const delay = retryAfterInMs + random * firstDelayInMs;
  return retryAfterInMs <= longestDelayInMs ? Math.min(delay, longestDelayInMs) : undefined;
}

/** Methods that may be done twice, as HTTP defines them. */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE']);

/** Failures that say nothing of what the next attempt meets. */
const PASSING: ReadonlySet<ClerkApiFailureCode | undefined> = new Set([
  'connection_failed',
  'connection_reset',
  'timeout',
  'truncated_body',
]);

/** What a server, a gateway or (520 to 529) the network before Clerk answers when it is down for now. */
function isDownForNow(status: number): boolean {
  return status === 500 || (status >= 502 && status <= 504) || (status >= 520 && status <= 529);
}

function mayRepeat({ method, status, failure }: FailedAttempt['error']): boolean {
  if (status === 429) return true;
  return IDEMPOTENT.has(method) && (isDownForNow(status ?? 0) || PASSING.has(failure));
}

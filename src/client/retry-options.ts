import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/**
 * When a call that failed is made again. An answer of 429 (too many requests) is retried for every
 * method: the API did nothing yet. An answer of 500, 502, 503, 504 or 520 to 529, a failed or broken
 * connection and a time-out are retried only for GET, PUT and DELETE, which may be done twice (a
 * DELETE whose answer was lost is then answered 404, and a PUT that replaces an email address or a
 * phone number leaves another id than the first one did); a POST or PATCH may have been done.
 */
export interface RetryOptions {
  /** How often a call is made at most, the first time included, from 1 to 10. Default 3. */
  readonly attempts: number;
  /** The wait before the second attempt, in milliseconds; it doubles for each one after that. Up to a half of a wait is left to chance. Default 250. */
  readonly firstDelayInMs: number;
  /**
   * The longest wait before an attempt, in milliseconds. An API that asks for a longer one
   * (`Retry-After`) is not asked again. Default 5,000.
   */
  readonly longestDelayInMs: number;
  /** How long a call may take with all its attempts and waits, in milliseconds. Default 15,000. */
  readonly totalInMs: number;
}

/** What the client retries that `ClerkModule` injects, and what is not given elsewhere. */
export const DEFAULT_RETRY: RetryOptions = {
  attempts: 3,
  firstDelayInMs: 250,
  longestDelayInMs: 5_000,
  totalInMs: 15_000,
};

const MOST_ATTEMPTS = 10;

/** The longest delay a timer of Node can hold; a longer one would fire at once. */
const LONGEST_IN_MS = 2 ** 31 - 1;

/**
 * Checks retry options and fills in the defaults.
 *
 * @param given What somebody gave; `false` for no retries.
 * @throws {ClerkConfigurationError} When they can't work.
 */
export function toRetry(given: Partial<RetryOptions> | false): RetryOptions | false {
  if (given === false) return false;
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  const retry: RetryOptions = { ...DEFAULT_RETRY, ...Object.fromEntries(defined) };
  const { attempts, firstDelayInMs, longestDelayInMs, totalInMs } = retry;
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > MOST_ATTEMPTS) {
    throw new ClerkConfigurationError(`\`retry.attempts\` must be from 1 to ${MOST_ATTEMPTS}.`);
  }
  for (const [name, ms] of Object.entries({ firstDelayInMs, longestDelayInMs, totalInMs })) {
    if (ms > 0 && ms <= LONGEST_IN_MS) continue;
    throw new ClerkConfigurationError(
      `\`retry.${name}\` must be a number of milliseconds between 1 and ${LONGEST_IN_MS}.`,
    );
  }
  return retry;
}

import type { VerificationFailure } from '../claims/verification-failure.js';
import type { JwksAnswer } from './fetch-jwks.js';

/**
 * How long after a fetch an unknown key id causes none, in milliseconds. Anyone can send tokens with
 * made-up key ids; without this, each would cost a call to Clerk, also while Clerk is down or has
 * had enough of us.
 */
const UNKNOWN_KEY_COOL_DOWN_IN_MS = 5_000;

/**
 * How long after a failed fetch the next one is tried, in milliseconds. Without keys always so, so
 * that the end of an outage is soon noticed; while keys serve twice as long after each failure.
 */
const RETRY_IN_MS = 1_000;

/** The longest of those, in milliseconds. No longer: a new key is to be accepted within seconds. */
const LONGEST_RETRY_IN_MS = 5_000;

/** When keys were last asked for and what came of it: says whether it is time to ask again. */
export class FetchHistory {
  readonly #longestInMs: number;
  /** So long ago that nothing waits for it. */
  #endedAt = -Infinity;
  #failures = 0;
  #failure: VerificationFailure | undefined;

  /** @param lifetimeInMs No wait is longer: whoever wants keys fresher knows what it costs. */
  constructor(lifetimeInMs: number) {
    this.#longestInMs = lifetimeInMs;
  }

  /** Why the latest fetch failed; undefined when it didn't, or there was none. */
  get failure(): VerificationFailure | undefined {
    return this.#failure;
  }

  /** Notes what came of a fetch that has just ended. */
  note(answer: JwksAnswer, now: number): void {
    this.#endedAt = now;
    this.#failures = answer.fetched ? 0 : this.#failures + 1;
    this.#failure = answer.fetched ? undefined : answer.failure;
  }

  /** Whether keys that nobody can do without may be fetched. */
  mayFetch(now: number): boolean {
    return !this.#failure || this.#isOver(RETRY_IN_MS, now);
  }

  /** Whether keys that serve may be fetched again because of their age. */
  mayRefresh(now: number): boolean {
    const retryInMs = RETRY_IN_MS * 2 ** (this.#failures - 1);
    return !this.#failure || this.#isOver(Math.min(retryInMs, LONGEST_RETRY_IN_MS), now);
  }

  /** Whether keys that serve may be fetched again because of a key id that is not among them. */
  mayLookForNew(now: number): boolean {
    return this.#isOver(UNKNOWN_KEY_COOL_DOWN_IN_MS, now);
  }

  #isOver(coolDownInMs: number, now: number): boolean {
    const passed = now - this.#endedAt;
    // Before it began: the clock was set back, and must not make anyone wait until it has caught up.
    return passed < 0 || passed >= Math.min(coolDownInMs, this.#longestInMs);
  }
}

/** How long fetched keys are used before they are fetched again, unless told otherwise, in milliseconds. */
const DEFAULT_LIFETIME_IN_MS = 5 * 60 * 1000;

/** How long they serve when they can't be fetched again, unless told otherwise, in milliseconds. */
const DEFAULT_STALE_TTL_IN_MS = 24 * 60 * 60 * 1000;

/** The share of their lifetime after which keys are fetched again while they still serve. */
const REFRESH_AFTER = 0.8;

/**
 * What age means for keys: `fresh` ones serve, for `due` ones a refresh is started, `stale` ones are
 * past their lifetime and serve until it succeeds, `expired` ones serve nobody.
 */
export type KeyStage = 'fresh' | 'due' | 'stale' | 'expired';

/** How long keys may be used. */
export class KeyLifetime {
  /** In milliseconds; 0: keys are fetched each time anew. */
  readonly lifetimeInMs: number;
  /** How old keys may be and serve, in milliseconds. */
  readonly servesForInMs: number;

  /**
   * @param lifetimeInMs Default: five minutes. What is no time at all counts as 0.
   * @param staleTtlInMs How old keys may be and serve when they can't be fetched. Default: 24 hours.
   * Less than the lifetime counts as that.
   */
  constructor(
    lifetimeInMs: number = DEFAULT_LIFETIME_IN_MS,
    staleTtlInMs: number = DEFAULT_STALE_TTL_IN_MS,
  ) {
    // Functions that are called without types pass on anything, and nothing is more than NaN.
    this.lifetimeInMs = lifetimeInMs > 0 ? lifetimeInMs : 0;
    const outlives = this.lifetimeInMs > 0 && staleTtlInMs > this.lifetimeInMs;
    this.servesForInMs = outlives ? staleTtlInMs : this.lifetimeInMs;
  }

  /**
   * @param ageInMs Milliseconds since the keys were fetched. Negative where the clock was set back
   * since: nobody knows how old they are then, and they count as past their lifetime, or as older,
   * so that they are fetched again and don't serve until the clock has caught up.
   */
  stageOf(ageInMs: number): KeyStage {
    const age = ageInMs < 0 ? Math.max(this.lifetimeInMs, -ageInMs) : ageInMs;
    if (age >= this.servesForInMs) return 'expired';
    if (age >= this.lifetimeInMs) return 'stale';
    return age >= this.lifetimeInMs * REFRESH_AFTER ? 'due' : 'fresh';
  }
}

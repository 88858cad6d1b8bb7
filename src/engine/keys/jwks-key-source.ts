import type { VerificationFailure } from '../claims/verification-failure.js';
import { show } from '../claims/verification-failure.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { FetchHistory } from './fetch-history.js';
import { type JwksAnswer, notFetched } from './fetch-jwks.js';
import type { ReportKeyEvent } from './key-event.js';
import type { KeyHealth } from './key-health.js';
import { KeyLifetime, type KeyStage } from './key-lifetime.js';
import type { KeyLookup, ObservedKeySource } from './key-source.js';
import { KeyWatch } from './key-watch.js';
import { KeptKeys } from './kept-keys.js';
import { describeKeys } from './describe-keys.js';

/** What the source needs from outside. */
export interface JwksKeySourceOptions {
  /** Fetches the key set, in bounded time. A rejection counts as a failure. */
  readonly fetchKeys: () => Promise<JwksAnswer>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long fetched keys are used, in milliseconds; 0: each time anew. Default: five minutes. */
  readonly lifetimeInMs?: number | undefined;
  /**
   * How old keys may be and still serve while no others can be fetched, in milliseconds; 0: never
   * past their lifetime. Default: 24 hours.
   */
  readonly staleTtlInMs?: number | undefined;
  /** Told of keys that can't be refreshed, and of those that could be again. */
  readonly report?: ReportKeyEvent | undefined;
}

/**
 * The instance's keys as its Backend API publishes them, kept for a while.
 *
 * However many requests want keys, there is one fetch at a time. Nobody waits for a key that is
 * there: keys are refreshed before they are too old, and serve until that succeeds. There are no
 * timers: requests cause the fetches.
 */
export class JwksKeySource implements ObservedKeySource {
  readonly #options: JwksKeySourceOptions;
  readonly #lifetime: KeyLifetime;
  readonly #history: FetchHistory;
  readonly #watch: KeyWatch;
  #kept: KeptKeys | undefined;
  #pending: Promise<JwksAnswer> | undefined;

  constructor(options: JwksKeySourceOptions) {
    this.#options = options;
    this.#lifetime = new KeyLifetime(options.lifetimeInMs, options.staleTtlInMs);
    this.#history = new FetchHistory(this.#lifetime.lifetimeInMs);
    this.#watch = new KeyWatch(options.report);
  }

  find(keyId: unknown): KeyLookup | Promise<KeyLookup> {
    const now = this.#options.clock();
    const kept = this.#serving(now);
    const known = kept?.find(keyId);
    if (known) return known;
    const isTime = kept ? this.#history.mayLookForNew(now) : this.#history.mayFetch(now);
    // Who comes while a fetch is under way waits for that one.
    if (!isTime && !this.#pending) return this.#refuse(keyId, this.#history.failure);
    return this.#fetch().then((answer) =>
      answer.fetched ? this.#lookUp(keyId) : this.#refuse(keyId, answer.failure),
    );
  }

  prepare(): Promise<void> | undefined {
    const now = this.#options.clock();
    if (this.#serving(now)) return undefined;
    if (!this.#pending && !this.#history.mayFetch(now)) return undefined;
    return this.#fetch().then(() => undefined);
  }

  health(): KeyHealth {
    const now = this.#options.clock();
    return describeKeys({
      now,
      stage: this.#stageAt(now),
      fetchedAt: this.#kept?.fetchedAt,
      lifetime: this.#lifetime,
      failure: this.#history.failure,
    });
  }

  /** The keys that serve at this moment. Starts their refresh where it is time. */
  #serving(now: number): KeptKeys | undefined {
    const stage = this.#stageAt(now);
    if (stage === 'expired') return undefined;
    if (stage !== 'fresh' && this.#history.mayRefresh(now)) void this.#fetch();
    return this.#kept;
  }

  #stageAt(now: number): KeyStage {
    return this.#kept ? this.#lifetime.stageOf(now - this.#kept.fetchedAt) : 'expired';
  }

  /** Never rejects, as nobody may be waiting for it. */
  #fetch(): Promise<JwksAnswer> {
    this.#pending ??= this.#load().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #load(): Promise<JwksAnswer> {
    const answer = await this.#ask();
    const now = this.#options.clock();
    this.#history.note(answer, now);
    if (answer.fetched) {
      this.#kept = new KeptKeys(answer.keys, now, this.#kept);
      this.#watch.fetched(now);
    } else this.#tellOf(answer.failure, now);
    return answer;
  }

  async #ask(): Promise<JwksAnswer> {
    try {
      return await this.#options.fetchKeys();
    } catch (cause) {
      return notFetched('it could not be asked', cause);
    }
  }

  #tellOf({ message }: VerificationFailure, now: number): void {
    const stage = this.#stageAt(now);
    // Keys within their lifetime are as good as any.
    if (stage === 'fresh' || stage === 'due') return;
    const ageInMs = this.#kept && Math.max(0, now - this.#kept.fetchedAt);
    const staysForInMs =
      stage === 'stale' && ageInMs !== undefined
        ? this.#lifetime.servesForInMs - ageInMs
        : undefined;
    this.#watch.failed({ cause: message, ageInMs, staysForInMs }, now);
  }

  #lookUp(keyId: unknown): KeyLookup {
    return this.#kept?.find(keyId) ?? this.#refuse(keyId, undefined);
  }

  /** While Clerk can't be asked, nobody knows whether a key is made up or new. */
  #refuse(keyId: unknown, failure: VerificationFailure | undefined): KeyLookup {
    return { found: false, failure: failure ?? unknownKey(keyId) };
  }
}

function unknownKey(keyId: unknown): VerificationFailure {
  return {
    reason: TokenVerificationErrorReason.JWKKidMismatch,
    message:
      `The token's key id (kid) is ${show(keyId)}, which is none of this instance's keys. ` +
      'It was issued by another Clerk instance, or the publishable and secret keys are of two different ones.',
  };
}

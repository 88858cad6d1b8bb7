import type { VerificationFailure } from '../claims/verification-failure.js';
import { show } from '../claims/verification-failure.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import type { JwksAnswer } from './fetch-jwks.js';
import type { KeySet } from './jwks.js';
import type { KeyLookup, KeySource } from './key-source.js';

/** How long fetched keys are used before they are fetched again, unless told otherwise, in milliseconds. */
const DEFAULT_LIFETIME_IN_MS = 5 * 60 * 1000;

/**
 * How long after a fetch nothing causes another one, in milliseconds. Anyone can send tokens with
 * made-up key ids; without this, each would cost a call to Clerk, also while Clerk is down or has
 * had enough of us. After a failure it is short, so that the end of an outage is soon noticed.
 */
const COOL_DOWN_IN_MS = { fetched: 5_000, failed: 1_000 };

/** What the source needs from outside. */
export interface JwksKeySourceOptions {
  /** Fetches the key set; never rejects. */
  readonly fetchKeys: () => Promise<JwksAnswer>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long fetched keys are used, in milliseconds; 0: each time anew. Default: five minutes. */
  readonly lifetimeInMs?: number | undefined;
}

/**
 * The instance's keys as its Backend API publishes them, kept for a while. However many requests
 * wait for keys, there is one fetch.
 */
export class JwksKeySource implements KeySource {
  readonly #options: JwksKeySourceOptions;
  readonly #lifetimeInMs: number;
  #keys: KeySet | undefined;
  #fetchedAt = 0;
  #latest: { readonly answer: JwksAnswer; readonly at: number } | undefined;
  #pending: Promise<JwksAnswer> | undefined;

  constructor(options: JwksKeySourceOptions) {
    this.#options = options;
    this.#lifetimeInMs = options.lifetimeInMs ?? DEFAULT_LIFETIME_IN_MS;
  }

  find(keyId: unknown): KeyLookup | Promise<KeyLookup> {
    const now = this.#options.clock();
    const keys = now - this.#fetchedAt < this.#lifetimeInMs ? this.#keys : undefined;
    const lookup = keys && lookUp(keys, keyId);
    if (lookup?.found) return lookup;
    const latest = this.#latest;
    // Whoever wants keys fresher than that knows what it costs.
    const coolDown = Math.min(latest ? coolDownAfter(latest.answer) : 0, this.#lifetimeInMs);
    if (latest && now - latest.at < coolDown) {
      return lookUpIn(latest.answer, keyId);
    }
    return this.#fetch().then((answer) => lookUpIn(answer, keyId));
  }

  #fetch(): Promise<JwksAnswer> {
    this.#pending ??= this.#load().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #load(): Promise<JwksAnswer> {
    const answer = await this.#options.fetchKeys();
    const at = this.#options.clock();
    this.#latest = { answer, at };
    if (answer.fetched) {
      // Replaced, not merged: a key that was withdrawn must go.
      this.#keys = answer.keys;
      this.#fetchedAt = at;
    }
    return answer;
  }
}

function coolDownAfter({ fetched }: JwksAnswer): number {
  return fetched ? COOL_DOWN_IN_MS.fetched : COOL_DOWN_IN_MS.failed;
}

/** While Clerk can't be asked, nobody knows whether a key is made up or new. */
function lookUpIn(answer: JwksAnswer, keyId: unknown): KeyLookup {
  return answer.fetched ? lookUp(answer.keys, keyId) : { found: false, failure: answer.failure };
}

function lookUp(keys: KeySet, keyId: unknown): KeyLookup {
  const key = typeof keyId === 'string' ? keys.get(keyId) : undefined;
  return key ? { found: true, key } : { found: false, failure: unknownKey(keyId) };
}

function unknownKey(keyId: unknown): VerificationFailure {
  return {
    reason: TokenVerificationErrorReason.JWKKidMismatch,
    message:
      `The token's key id (kid) is ${show(keyId)}, which is none of this instance's keys. ` +
      'It was issued by another Clerk instance, or the publishable and secret keys are of two different ones.',
  };
}

import type { NowOrLater } from '../../now-or-later.js';
import { digestOf } from '../../digest.js';
import type { MachineTokenType } from '../token-type.js';
import { AnswerStore, type TimedAnswer } from './answer-store.js';
import type { Backend, BackendAnswer, MachineAnswer, RefreshRequest } from './backend.js';
import { keptAnswer } from './kept-answer.js';

/** How much is kept, and for how long. */
export interface MachineAnswerLimits {
  /** How many good tokens; and as many again that were refused. */
  readonly max: number;
  /** For how long a good token is good without another question, in milliseconds. */
  readonly ttlInMs: number;
  /** For how long one that was refused stays so, in milliseconds. */
  readonly negativeTtlInMs: number;
}

/** What knows of tokens that were ended from within the application. */
export interface TokenEndings {
  /** How many endings there have been. */
  readonly count: number;
  /**
   * Whether something was ended after a moment.
   *
   * @param count The count of that moment.
   * @param names Digests of its names.
   */
  endedSince(count: number, names: readonly string[]): boolean;
}

/** What {@link MachineAnswers} are made with. */
export interface MachineAnswersParts {
  readonly limits: MachineAnswerLimits;
  /** Unix time in milliseconds. */
  readonly clock: () => number;
  readonly endings: TokenEndings;
}

/** Longer ones are none of Clerk's, whose opaque tokens have some forty characters. */
const LONGEST_TOKEN = 512;

/** A question that is under way. */
interface Asking {
  readonly answer: Promise<MachineAnswer>;
  readonly endings: number;
}

/**
 * A backend that remembers for a moment what the Backend API has said about opaque tokens, and asks
 * once for all who want to know the same at the same time. Only what judges a token is kept, never
 * that the API was out of reach; and neither the tokens nor what is made of an answer: its time, the
 * audience and the rest are looked at each time.
 */
export class MachineAnswers implements Backend {
  readonly #backend: Backend;
  readonly #parts: MachineAnswersParts;
  readonly #good: AnswerStore;
  /** Apart from the good ones: anyone can make up tokens, and must not push those out. */
  readonly #refused: AnswerStore;
  readonly #asking = new Map<string, Asking>();

  /** @param backend Is asked. */
  constructor(backend: Backend, parts: MachineAnswersParts) {
    this.#backend = backend;
    this.#parts = parts;
    this.#good = new AnswerStore(parts.limits.max);
    this.#refused = new AnswerStore(parts.limits.max);
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#good.size + this.#refused.size;
  }

  redeemNonce(nonce: string): Promise<BackendAnswer> {
    return this.#backend.redeemNonce(nonce);
  }

  refreshSession(request: RefreshRequest): Promise<BackendAnswer> {
    return this.#backend.refreshSession(request);
  }

  verifyMachineToken(
    type: MachineTokenType,
    token: string,
    isAnew = false,
  ): NowOrLater<MachineAnswer> {
    if (token.length > LONGEST_TOKEN) return this.#backend.verifyMachineToken(type, token);
    // A digest, so that no dump of the memory holds the credentials of the last callers.
    const key = digestOf(`${type} ${token}`);
    if (isAnew) return this.#ask(type, token, key);
    const known = this.#good.get(key) ?? this.#refused.get(key);
    if (known && this.#counts(known)) return known.answer;
    const asking = this.#asking.get(key);
    // A question from before a revocation may be answered by what was true before it.
    if (asking && asking.endings === this.#parts.endings.count) {
      // Asked for another request: whoever needs to know about this very one asks again.
      return asking.answer.then((found) => (found.ok ? { ...found, isRemembered: true } : found));
    }
    return this.#ask(type, token, key);
  }

  /** A clock that was set back makes nothing younger. */
  #counts({ askedAt, until, endings, names }: TimedAnswer): boolean {
    const now = this.#parts.clock();
    return askedAt <= now && now < until && !this.#parts.endings.endedSince(endings, names);
  }

  #ask(type: MachineTokenType, token: string, key: string): Promise<MachineAnswer> {
    const endings = this.#parts.endings.count;
    const askedAt = this.#parts.clock();
    const asked = Promise.resolve(this.#backend.verifyMachineToken(type, token));
    const answer = asked.then(
      (found) => {
        // Of several questions about one token the latest counts.
        if (this.#end(key, asking)) this.#keep(type, key, found, { askedAt, endings });
        return found;
      },
      (error: unknown) => {
        this.#end(key, asking);
        throw error;
      },
    );
    const asking = { answer, endings };
    this.#asking.set(key, asking);
    return answer;
  }

  #end(key: string, asking: Asking): boolean {
    return this.#asking.get(key) === asking && this.#asking.delete(key);
  }

  #keep(
    type: MachineTokenType,
    key: string,
    found: MachineAnswer,
    asked: Pick<TimedAnswer, 'askedAt' | 'endings'>,
  ): void {
    this.#good.delete(key);
    this.#refused.delete(key);
    const kept = keptAnswer(type, found);
    if (!kept) return;
    const { ttlInMs, negativeTtlInMs } = this.#parts.limits;
    const lifetime = kept.isGood ? ttlInMs : negativeTtlInMs;
    const until = Math.min(asked.askedAt + lifetime, kept.expiresAt);
    const answer = { ...kept, ...asked, until };
    if (!this.#counts(answer)) return;
    (kept.isGood ? this.#good : this.#refused).set(key, answer, this.#parts.clock());
  }
}

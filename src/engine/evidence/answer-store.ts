import type { KeptAnswer } from './kept-answer.js';

/** An answer with its time. */
export interface TimedAnswer extends KeptAnswer {
  /** When it was asked for: a Unix time in milliseconds. */
  readonly askedAt: number;
  /** From when on it counts no more: a Unix time in milliseconds. */
  readonly until: number;
  /** How many endings there had been then. */
  readonly endings: number;
}

type Entry = readonly [key: string, answer: TimedAnswer];

/** Answers by the digest of what was asked, so many and no more: the oldest make room. */
export class AnswerStore {
  readonly #answers = new Map<string, TimedAnswer>();
  /**
   * Goes through them once, the oldest first. One that began anew each time would step over all that
   * was dropped since the map was last packed: at 100,000 answers more than half a millisecond.
   */
  #order: Iterator<Entry, undefined> = this.#answers.entries();
  /** The first that has not been dropped yet. */
  #oldest: Entry | undefined;
  readonly #max: number;

  /** @param max How many there can be. */
  constructor(max: number) {
    this.#max = max;
  }

  /** How many there are. */
  get size(): number {
    return this.#answers.size;
  }

  get(key: string): TimedAnswer | undefined {
    return this.#answers.get(key);
  }

  /** Keeps an answer, and drops those whose time is up: they come first. */
  set(key: string, answer: TimedAnswer, now: number): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    while ((this.#oldest ??= this.#next())) {
      const [oldest, { until }] = this.#oldest;
      // It may have been replaced, and is younger then.
      if (this.#answers.get(oldest) === this.#oldest[1]) {
        if (this.#answers.size <= this.#max && now < until) return;
        this.#answers.delete(oldest);
      }
      this.#oldest = undefined;
    }
  }

  delete(key: string): void {
    this.#answers.delete(key);
  }

  #next(): Entry | undefined {
    const next = this.#order.next().value;
    if (next) return next;
    // One that has come to its end stays there.
    this.#order = this.#answers.entries();
    return this.#order.next().value;
  }
}

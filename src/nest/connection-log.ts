import { Logger } from '@nestjs/common';
import type { Outcome } from '../engine/outcome.js';
import { REDIRECT_LOOP } from './http/refusal.js';

/** The shortest time between two lines that say the same, in milliseconds. */
const INTERVAL_IN_MS = 10_000;

const ANSWERED_503 = 'Guarded requests that depend on it are answered 503.';

/** Says in the log what is wrong with the connection to Clerk, often enough to be seen and no more. */
export class ConnectionLog {
  readonly #logger = new Logger('ClerkModule');
  #sentence = '';
  #loggedAt = 0;

  /** Notes an outcome: whether Clerk could be asked about it, and whether it ends a loop. */
  note(outcome: Outcome): void {
    if (outcome.status === 'signed-in') return;
    const { unavailable } = outcome;
    if (unavailable) this.warn(`${unavailable.hint} ${ANSWERED_503}`);
    if (outcome.status === 'signed-out' && outcome.redirectLoop) this.warn(REDIRECT_LOOP);
  }

  /** Logs a sentence, unless it has just been logged. */
  readonly warn = (sentence: string): void => {
    const now = Date.now();
    if (sentence === this.#sentence && now - this.#loggedAt < INTERVAL_IN_MS) return;
    this.#sentence = sentence;
    this.#loggedAt = now;
    this.#logger.warn(sentence);
  };
}

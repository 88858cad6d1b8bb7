import { Logger } from '@nestjs/common';
import type { ReportKind } from '../engine/authenticate.js';
import type { Outcome } from '../engine/outcome.js';
import { REDIRECT_LOOP } from './http/refusal.js';

/** The shortest time between two lines of one kind, in milliseconds. */
const INTERVAL_IN_MS = 10_000;

const ANSWERED_503 = 'Guarded requests that depend on it are answered 503.';

type Kind = ReportKind | 'unavailable' | 'redirect-loop';

/**
 * Says in the log what is wrong with the connection to Clerk, often enough to be seen and no more.
 * Limited by kind and not by wording: what a line quotes of a request, its sender has chosen.
 */
export class ConnectionLog {
  readonly #logger = new Logger('ClerkModule');
  readonly #loggedAt = new Map<Kind, number>();

  /** Notes an outcome: whether Clerk could be asked about it, and whether it ends a loop. */
  note(outcome: Outcome): void {
    if (outcome.status === 'signed-in') return;
    const { unavailable } = outcome;
    if (unavailable) this.warn('unavailable', `${unavailable.hint} ${ANSWERED_503}`);
    if (outcome.status === 'signed-out' && outcome.redirectLoop) {
      this.warn('redirect-loop', REDIRECT_LOOP);
    }
  }

  /** Logs a sentence, unless one of its kind has just been logged. */
  readonly warn = (kind: Kind, sentence: string): void => {
    const now = Date.now();
    if (now - (this.#loggedAt.get(kind) ?? -INTERVAL_IN_MS) < INTERVAL_IN_MS) return;
    this.#loggedAt.set(kind, now);
    this.#logger.warn(sentence);
  };
}

import { Logger } from '@nestjs/common';
import type { Outcome } from '../engine/outcome.js';

/** The shortest time between two lines about the same outage, in milliseconds. */
const INTERVAL_IN_MS = 10_000;

/** Says in the log that Clerk can't be asked, often enough to be seen and no more. */
export class OutageLog {
  readonly #logger = new Logger('ClerkModule');
  #message = '';
  #loggedAt = 0;

  /** Notes an outcome; only those that Clerk could not be asked about are logged. */
  note(outcome: Outcome): void {
    if (outcome.status !== 'signed-out' || !outcome.unavailable) return;
    const now = Date.now();
    if (outcome.message === this.#message && now - this.#loggedAt < INTERVAL_IN_MS) return;
    this.#message = outcome.message;
    this.#loggedAt = now;
    this.#logger.error(`${outcome.message} Guarded requests with tokens are answered 503.`);
  }
}

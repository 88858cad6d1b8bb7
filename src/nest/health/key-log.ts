import { Logger } from '@nestjs/common';
import type { KeyEvent } from '../../engine/keys/key-event.js';

/** The shortest time between two lines of one kind, in milliseconds. */
const INTERVAL_IN_MS = 60_000;

/**
 * Says in the log that keys can't be refreshed, and that they could be again: once a minute at most
 * for each kind, however many tenants there are.
 */
export class KeyLog {
  readonly #logger = new Logger('ClerkModule');
  readonly #loggedAt = new Map<KeyEvent['kind'], number>();

  /** Notes an event of a source of keys. */
  readonly note = (event: KeyEvent): void => {
    const line = lineOf(event);
    if (line === undefined || !this.#isTime(event.kind)) return;
    if (event.kind === 'refreshed') this.#logger.log(line);
    else this.#logger.warn(line);
  };

  #isTime(kind: KeyEvent['kind']): boolean {
    const now = Date.now();
    const passed = now - (this.#loggedAt.get(kind) ?? -Infinity);
    // Negative where the clock was set back, which must not silence the log.
    if (passed >= 0 && passed < INTERVAL_IN_MS) return false;
    this.#loggedAt.set(kind, now);
    return true;
  }
}

function lineOf(event: KeyEvent): string | undefined {
  switch (event.kind) {
    case 'stale':
      return (
        `${event.cause} Tokens are verified by the last good keys, which are ` +
        `${duration(event.ageInMs)} old, for another ${duration(event.staysForInMs)} at most ` +
        '(option jwksStaleTtlInMs).'
      );
    case 'exhausted':
      // Without any keys before, the requests that are answered 503 say it.
      return event.ageInMs === undefined
        ? undefined
        : `The last good keys are ${duration(event.ageInMs)} old and serve no more (option ` +
            'jwksStaleTtlInMs): requests with tokens are answered 503 until others are fetched.';
    case 'refreshed':
      return `The keys could be fetched, ${duration(event.afterInMs)} after that first failed.`;
    default:
      return event satisfies never;
  }
}

/** In the largest unit that it has two of. */
function duration(inMs: number): string {
  const seconds = Math.round(inMs / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

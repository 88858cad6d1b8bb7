import type { Logger } from '@nestjs/common';
import type { ProxyRefusal } from '../../proxy/proxy-refusal.js';

/** The shortest time between two lines of one kind, in milliseconds. */
const INTERVAL_IN_MS = 10_000;

/** Says in the log what is wrong with the proxy, often enough to be seen and no more. */
export class ProxyLog {
  readonly #loggedAt = new Map<ProxyRefusal['code'], number>();

  constructor(private readonly logger: Logger) {}

  /** Notes what came of a request; nothing is said of one that was answered. */
  readonly note = (failure: ProxyRefusal | undefined): void => {
    if (!failure) return;
    const { code, message } = failure;
    const now = performance.now();
    if (now - (this.#loggedAt.get(code) ?? -Infinity) < INTERVAL_IN_MS) return;
    this.#loggedAt.set(code, now);
    this.logger.warn(`frontendApiProxy: ${message}`);
  };
}

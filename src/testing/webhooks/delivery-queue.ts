import { setImmediate, setTimeout } from 'node:timers/promises';
import type { DeliveryRecord } from './delivery-record.js';
import type { CheckedEndpoint } from './local-webhook-endpoint.js';
import { postMessage } from './post-message.js';

/**
 * Delivers to one endpoint, in order: the next event waits until the one before has arrived or was
 * given up, so that a test sees the same order each time.
 */
export class DeliveryQueue {
  readonly #waiting: DeliveryRecord[] = [];
  readonly #stopping = new AbortController();
  #work: Promise<void> | undefined;

  constructor(private readonly endpoint: CheckedEndpoint) {}

  /** Settles once nothing is left to do; undefined when nothing is. */
  get work(): Promise<void> | undefined {
    return this.#work;
  }

  /** Has it delivered, later: whoever has made the change does not wait for it. */
  add(delivery: DeliveryRecord): void {
    if (this.#stopping.signal.aborted) return;
    delivery.begin();
    this.#waiting.push(delivery);
    this.#work ??= this.#deliverAll();
  }

  /** Breaks off what goes on; nothing is delivered any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
  }

  async #deliverAll(): Promise<void> {
    await setImmediate();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await this.#deliver(next);
    }
    this.#work = undefined;
  }

  async #deliver(delivery: DeliveryRecord): Promise<void> {
    const { signal } = this.#stopping;
    for (const delay of [0, ...this.endpoint.retryDelaysInMs]) {
      await pause(delay, signal);
      if (signal.aborted) return;
      const answer = await postMessage(delivery.message, this.endpoint, signal);
      if (signal.aborted || delivery.note(answer)) return;
    }
    delivery.giveUp();
  }
}

/** Ends early where it is broken off. Does not keep the process alive. */
async function pause(delayInMs: number, signal: AbortSignal): Promise<void> {
  if (delayInMs === 0) return;
  try {
    await setTimeout(delayInMs, undefined, { ref: false, signal });
  } catch {
    // Broken off: who asked for the pause looks at the signal.
  }
}

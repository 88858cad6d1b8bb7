import type { ClaimResult, HandlerRun, WebhookDeliveryStore } from './webhook-delivery-store.js';

/** How much is remembered, and for how long. */
export interface InMemoryDeliveryStoreOptions {
  /** How many handlers' runs are remembered; the oldest are forgotten first. Default: 20,000. */
  readonly maxRuns?: number;
  /** How long one that is done is remembered. Default: 48 hours; Clerk tries for about 28. */
  readonly keptInMs?: number;
  /** The clock, a Unix time in milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
}

/** What is known of a handler at a delivery: done when there is no run, until a time. */
interface Entry {
  readonly runId: string | undefined;
  readonly expiresAt: number;
}

const HOUR_IN_MS = 3_600_000;

/** The store of one process: it forgets at a restart, and knows nothing of other processes. */
export class InMemoryDeliveryStore implements WebhookDeliveryStore {
  readonly #entries = new Map<string, Entry>();
  readonly #maxRuns: number;
  readonly #keptInMs: number;
  readonly #now: () => number;

  /** @param options All have defaults. */
  constructor({
    maxRuns = 20_000,
    keptInMs = 48 * HOUR_IN_MS,
    now = Date.now,
  }: InMemoryDeliveryStoreOptions = {}) {
    this.#maxRuns = maxRuns;
    this.#keptInMs = keptInMs;
    this.#now = now;
  }

  /** See {@link WebhookDeliveryStore.claim}. */
  claim(run: HandlerRun, leaseInMs: number): ClaimResult {
    const entry = this.#entries.get(keyOf(run));
    if (entry && entry.expiresAt > this.#now()) return entry.runId ? 'running' : 'done';
    this.#keep(run, { runId: run.runId, expiresAt: this.#now() + leaseInMs });
    return 'claimed';
  }

  /** See {@link WebhookDeliveryStore.complete}. */
  complete(run: HandlerRun): void {
    this.#keep(run, { runId: undefined, expiresAt: this.#now() + this.#keptInMs });
  }

  /** See {@link WebhookDeliveryStore.fail}. */
  fail(run: HandlerRun): void {
    const key = keyOf(run);
    if (this.#entries.get(key)?.runId === run.runId) this.#entries.delete(key);
  }

  /** The newest is the last, so that the first is the one to forget. */
  #keep(run: HandlerRun, entry: Entry): void {
    const key = keyOf(run);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const [oldest, { expiresAt }] of this.#entries) {
      if (this.#entries.size <= this.#maxRuns && expiresAt > this.#now()) return;
      this.#entries.delete(oldest);
    }
  }
}

/** No two pairs have one key, whatever the ids hold. */
function keyOf({ deliveryId, handler }: HandlerRun): string {
  return JSON.stringify([deliveryId, handler]);
}

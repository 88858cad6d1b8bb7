/** One run of a handler for one delivery. */
export interface HandlerRun {
  /** The `svix-id` of the delivery. */
  readonly deliveryId: string;
  /** `Class.method` of the handler, the same after every start: a bundler has to keep class names. */
  readonly handler: string;
  /** A random id of this run, by which it is told from a later one of the same handler. */
  readonly runId: string;
}

/**
 * What a claim came to: `claimed` is yours to run; `done` has run before; `running` has been claimed
 * by another run whose lease has not ended.
 */
export type ClaimResult = 'claimed' | 'running' | 'done';

/**
 * Remembers which handlers have run for which delivery, so that each runs once. An application of
 * several processes needs one that they share, and one that must not forget at a restart one that
 * outlives it. When it throws, the delivery is answered 503 and comes again.
 *
 * In Redis, with `key` made of `deliveryId` and `handler`:
 *
 * - `claim`: `SET key runId NX PX leaseInMs`; unless that was done, `GET key` is `done` or else it is
 *   `running`. The `SET` is what has to be atomic: of two claims at once one may succeed.
 * - `complete`: `SET key done PX 172800000`. Clerk tries again for about 28 hours, so keep it longer.
 * - `fail`: delete `key` if it still holds `runId`, in one script: it must not take back a claim of
 *   a later run.
 */
export interface WebhookDeliveryStore {
  /**
   * Claims a handler for a delivery. Atomic.
   *
   * @param leaseInMs After how long an unfinished run counts as dead, and may be claimed by another.
   */
  claim(run: HandlerRun, leaseInMs: number): ClaimResult | Promise<ClaimResult>;
  /** The handler has done its work, and is never to run for this delivery again. */
  complete(run: HandlerRun): void | Promise<void>;
  /** The handler has failed, and may be claimed again at once; nothing if this run's claim is over. */
  fail(run: HandlerRun): void | Promise<void>;
}

import { Injectable } from '@nestjs/common';
import { OnClerkEvent, type WebhookDelivery, type WebhookEventOf } from 'clerk-nestjs/webhooks';

/** How many deliveries are remembered; the oldest goes first. */
const CAPACITY = 100;

/**
 * A DEMONSTRATION, not to be copied: a handler that fails on purpose the first time that a new user
 * is delivered, as one would whose database is away for a moment. The delivery is answered 500 and
 * comes again; then this handler runs once more, and those that have succeeded do not.
 */
@Injectable()
export class DemonstratedFailure {
  readonly #runs = new Map<string, number>();

  /** How often the handler has run for a delivery; 0 for one that it is not for. */
  runsFor(deliveryId: string): number {
    return this.#runs.get(deliveryId) ?? 0;
  }

  @OnClerkEvent('user.created')
  failTheFirstTime(_event: WebhookEventOf<'user.created'>, { id }: WebhookDelivery): void {
    const runs = this.runsFor(id) + 1;
    this.#remember(id, runs);
    if (runs > 1) return;
    throw new Error('A demonstration: this handler fails on purpose, once for each new user.');
  }

  #remember(deliveryId: string, runs: number): void {
    this.#runs.set(deliveryId, runs);
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > CAPACITY && oldest !== undefined) this.#runs.delete(oldest);
  }
}

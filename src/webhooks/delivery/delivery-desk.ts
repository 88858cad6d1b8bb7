import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { WebhookEvent } from '../events/webhook-event.js';
import type { WebhookHandler } from '../handlers/webhook-handler.js';
import type { WebhookDelivery } from '../webhook-delivery.js';
import { type Outcome, within, worst } from './outcome.js';
import type { HandlerRun, WebhookDeliveryStore } from './webhook-delivery-store.js';

/** How deliveries are kept apart. */
export interface DeskOptions {
  readonly store: WebhookDeliveryStore;
  /** How long a handler may run until it counts as dead. */
  readonly leaseInMs: number;
}

/** Hands each delivery to its handlers, to each once. */
export class DeliveryDesk {
  readonly #logger = new Logger('ClerkWebhookModule');
  readonly #underway = new Map<string, Promise<Outcome>>();

  constructor(
    private readonly handlers: readonly WebhookHandler[],
    private readonly options: DeskOptions,
  ) {}

  /**
   * Runs the handlers that have not run for this delivery. One that comes while it is being worked on
   * waits for the same outcome.
   */
  deliver(event: WebhookEvent, delivery: WebhookDelivery): Promise<Outcome> {
    const underway = this.#underway.get(delivery.id) ?? this.#begin(event, delivery);
    this.#underway.set(delivery.id, underway);
    return underway;
  }

  async #begin(event: WebhookEvent, delivery: WebhookDelivery): Promise<Outcome> {
    try {
      const concerned = this.handlers.filter(({ types }) => types.has(event.type));
      const outcomes = concerned.map((handler) => this.#runOnce(handler, event, delivery));
      return worst(await Promise.all(outcomes));
    } finally {
      this.#underway.delete(delivery.id);
    }
  }

  async #runOnce(
    handler: WebhookHandler,
    event: WebhookEvent,
    delivery: WebhookDelivery,
  ): Promise<Outcome> {
    const run = { deliveryId: delivery.id, handler: handler.name, runId: randomUUID() };
    const { store, leaseInMs } = this.options;
    try {
      const claim = await store.claim(run, leaseInMs);
      if (claim !== 'claimed') return claim === 'done' ? 'done' : 'unsettled';
    } catch (error) {
      return this.#storeFailed('claim', run, error);
    }
    const outcome = await within(leaseInMs, this.#run(run, handler, event, delivery));
    if (outcome !== 'late') return outcome;
    this.#logger.error(
      `${label(run, event)} has not ended after ${leaseInMs} ms (leaseInMs), and is run again when Clerk delivers again.`,
    );
    return 'failed';
  }

  /** Ends in the store's books, also when nobody waits for it any more. */
  async #run(
    run: HandlerRun,
    handler: WebhookHandler,
    event: WebhookEvent,
    delivery: WebhookDelivery,
  ): Promise<Outcome> {
    try {
      // What one handler changes, no other sees.
      await handler.run(structuredClone(event), delivery);
    } catch (error) {
      this.#logger.error(`${label(run, event)} failed: ${summary(error)}`, stackOf(error));
      return this.#fail(run);
    }
    try {
      await this.options.store.complete(run);
      return 'done';
    } catch (error) {
      return this.#storeFailed('complete', run, error);
    }
  }

  async #fail(run: HandlerRun): Promise<Outcome> {
    try {
      await this.options.store.fail(run);
    } catch (error) {
      this.#storeFailed('fail', run, error);
    }
    return 'failed';
  }

  #storeFailed(what: string, { deliveryId, handler }: HandlerRun, error: unknown): Outcome {
    this.#logger.error(
      `The store of deliveries failed at ${what}() for ${handler}, delivery ${deliveryId}: ${summary(error)}`,
      stackOf(error),
    );
    return 'unsettled';
  }
}

function label({ handler, deliveryId }: HandlerRun, { type }: WebhookEvent): string {
  return `${handler}, for ${type}, delivery ${deliveryId},`;
}

function summary(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Object && 'stack' in error ? String(error.stack) : undefined;
}

import type { WebhookEvent, WebhookEventType } from '../events/webhook-event.js';
import type { WebhookDelivery } from '../webhook-delivery.js';

/** A method that events are handed to. */
export interface WebhookHandler {
  /** Its class and name, the same after every start: a store remembers by it what was done. */
  readonly name: string;
  /** The events that it is for. */
  readonly types: ReadonlySet<WebhookEventType>;
  /** Runs it as Nest runs handlers; rejects with what it throws. */
  readonly run: (event: WebhookEvent, delivery: WebhookDelivery) => Promise<unknown>;
}

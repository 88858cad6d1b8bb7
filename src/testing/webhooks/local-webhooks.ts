import { UnknownLocalDeliveryError } from '../errors.js';
import type { LocalInstance } from '../local-instance.js';
import { checkEndpoint } from './check-endpoint.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DeliveryRecord } from './delivery-record.js';
import type { LocalWebhookDelivery } from './delivery-record.js';
import type { CheckedEndpoint, LocalWebhookEndpoint } from './local-webhook-endpoint.js';
import { seededChanges } from './seeded-changes.js';
import { signingSecretOf } from './signing-secret.js';
import type { WebhookMessage } from './webhook-message.js';
import { webhookMessage } from './webhook-message.js';

// An embedded instance runs for days.
const MAX_DELIVERIES = 1_000;

interface Receiver {
  readonly endpoint: CheckedEndpoint;
  readonly queue: DeliveryQueue;
}

/** The webhooks of an embedded instance: signed, delivered in order, and again until they arrive. */
export class LocalWebhooks {
  readonly #instance: LocalInstance;
  readonly #receivers: Receiver[] = [];
  readonly #unlisten: () => void;
  #deliveries: readonly { readonly record: DeliveryRecord; readonly queue: DeliveryQueue }[] = [];

  /** Made by `LocalClerk.start()`. */
  constructor(instance: LocalInstance, endpoints: readonly CheckedEndpoint[] = []) {
    this.#instance = instance;
    for (const endpoint of endpoints) this.#add(endpoint);
    this.#unlisten = instance.store.directory.changes.listen((change, cause) => {
      const message = this.#receivers.length > 0 && webhookMessage(change, instance, cause);
      if (message) for (const receiver of this.#receivers) this.#send(message, receiver);
    });
  }

  /** `whsec_…`: what deliveries are signed with where an endpoint has no secret of its own. */
  get signingSecret(): string {
    return signingSecretOf(this.#instance);
  }

  /**
   * Delivers to one endpoint more from now on: for an application whose port is not known before.
   *
   * @throws LocalClerkOptionsError for an endpoint that can't be, naming the member.
   */
  deliverTo(endpoint: LocalWebhookEndpoint): void {
    this.#add(checkEndpoint(endpoint, this.#instance));
  }

  /** What was sent, or is to be, to each endpoint, the oldest first; of the last 1,000. */
  deliveries(): readonly LocalWebhookDelivery[] {
    return this.#deliveries.map(({ record }) => record.show());
  }

  /** Resolves once everything was delivered or given up, and what came of it meanwhile too. */
  async settled(): Promise<void> {
    for (let work = this.#work(); work.length > 0; work = this.#work()) await Promise.all(work);
  }

  /**
   * Delivers an event again, under its old id, to each endpoint that it was for.
   *
   * @param id `msg_…`
   * @throws UnknownLocalDeliveryError when there is none with this id, or no longer.
   */
  replay(id: string): void {
    const found = this.#deliveries.filter(({ record }) => record.message.id === id);
    if (found.length === 0) throw new UnknownLocalDeliveryError(id);
    for (const { record, queue } of found) queue.add(record);
  }

  /** Breaks off every delivery. Called by `LocalClerk.stop()`. */
  async stop(): Promise<void> {
    this.#unlisten();
    await Promise.all(this.#receivers.map(({ queue }) => queue.stop()));
  }

  #add(endpoint: CheckedEndpoint): void {
    const receiver = { endpoint, queue: new DeliveryQueue(endpoint) };
    this.#receivers.push(receiver);
    if (!endpoint.seed) return;
    for (const change of seededChanges(this.#instance.store.directory)) {
      const message = webhookMessage(change, this.#instance);
      if (message) this.#send(message, receiver);
    }
  }

  #send(message: WebhookMessage, { endpoint, queue }: Receiver): void {
    if (endpoint.events && !endpoint.events.has(message.type)) return;
    const record = new DeliveryRecord(message, endpoint.url);
    this.#deliveries = [...this.#deliveries, { record, queue }].slice(-MAX_DELIVERIES);
    queue.add(record);
  }

  #work(): Promise<void>[] {
    return this.#receivers.map(({ queue }) => queue.work).filter((work) => work !== undefined);
  }
}

import type { WebhookMessage } from './webhook-message.js';

/** What has become of an event at one endpoint. */
export interface LocalWebhookDelivery {
  /** `msg_…`: the `svix-id`, the same at each attempt, at a replay, and at each endpoint. */
  readonly id: string;
  /** `user.created` */
  readonly type: string;
  readonly url: string;
  /** How often it was sent so far. */
  readonly attempts: number;
  /** `pending` until an answer of 200 to 299 (`delivered`), or until the last attempt (`failed`). */
  readonly status: 'pending' | 'delivered' | 'failed';
  /** The HTTP status of the last answer; undefined when there was none, or none in time. */
  readonly lastStatus: number | undefined;
}

/** A delivery while it goes on. */
export class DeliveryRecord {
  #attempts = 0;
  #status: LocalWebhookDelivery['status'] = 'pending';
  #lastStatus: number | undefined;

  constructor(
    readonly message: WebhookMessage,
    private readonly url: URL,
  ) {}

  /** Another round of attempts. */
  begin(): void {
    this.#status = 'pending';
  }

  /**
   * Notes an attempt.
   *
   * @param answer The HTTP status; undefined for no answer.
   * @returns Whether it was the last one that is needed.
   */
  note(answer: number | undefined): boolean {
    this.#attempts += 1;
    this.#lastStatus = answer;
    const isDelivered = answer !== undefined && answer >= 200 && answer < 300;
    if (isDelivered) this.#status = 'delivered';
    return isDelivered;
  }

  giveUp(): void {
    this.#status = 'failed';
  }

  /** As it is now. */
  show(): LocalWebhookDelivery {
    const { id, type } = this.message;
    return {
      id,
      type,
      url: this.url.href,
      attempts: this.#attempts,
      status: this.#status,
      lastStatus: this.#lastStatus,
    };
  }
}

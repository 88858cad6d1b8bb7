import { Injectable } from '@nestjs/common';
import { OnClerkEvent, type WebhookDelivery, type WebhookEvent } from 'clerk-nestjs/webhooks';

/** An event that has arrived. */
export interface LoggedEvent {
  /** `user.created` */
  readonly type: string;
  /** The id of what it is about. */
  readonly subject: string;
  /** `msg_…`: the same however often it is delivered. */
  readonly deliveryId: string;
  /** When it happened. */
  readonly at: Date;
}

/** How many events are kept; the oldest goes first. */
const CAPACITY = 100;

/** The events that have arrived, in memory. */
@Injectable()
export class EventLog {
  #events: readonly LoggedEvent[] = [];

  /** Newest first. */
  list(): readonly LoggedEvent[] {
    return this.#events;
  }

  // Once for each event, also when it is delivered again because another handler failed.
  @OnClerkEvent('*')
  record({ type, data, timestamp }: WebhookEvent, { id }: WebhookDelivery): void {
    const subject = 'id' in data && data.id ? data.id : 'unknown';
    const event = { type, subject, deliveryId: id, at: new Date(timestamp) };
    this.#events = [event, ...this.#events].slice(0, CAPACITY);
  }
}

import type { WebhookEventType } from '../../webhooks/events/webhook-event.js';

/** Where an embedded instance delivers its events to. */
export interface LocalWebhookEndpoint {
  /** An address on this machine, such as `http://localhost:3000/webhooks/clerk`. */
  readonly url: string;
  /** `whsec_…`; default the instance's, `clerk.webhookSigningSecret`. */
  readonly signingSecret?: string;
  /** Which events; default all that there are. */
  readonly events?: readonly WebhookEventType[];
  /** Whether what the instance starts with is delivered first, as created; default false. */
  readonly seed?: boolean;
  /**
   * How long to wait before each further attempt at what was refused or not answered; as many
   * attempts follow the first. Default 50, 250, 1,000 and 5,000, where Clerk takes 28 hours.
   */
  readonly retryDelaysInMs?: readonly number[];
  /** How long an answer may take, in milliseconds; default 5,000. */
  readonly timeoutInMs?: number;
}

/** One endpoint, or several of which each gets its events in order, whatever the others do. */
export type LocalWebhookOptions = LocalWebhookEndpoint | readonly LocalWebhookEndpoint[];

/** An endpoint that has been checked. */
export type CheckedEndpoint = Required<Omit<LocalWebhookEndpoint, 'events' | 'url'>> & {
  readonly url: URL;
  /** Undefined for all. */
  readonly events: ReadonlySet<string> | undefined;
};

import type { WebhookDeliveryStore } from './delivery/webhook-delivery-store.js';

/** Options of `ClerkWebhookModule`. All have defaults but the secret. */
export interface ClerkWebhookOptions {
  /** Where deliveries come to: this exact path, whatever the global prefix. Default: `/webhooks/clerk`. */
  readonly path?: string;
  /** The signing secret of the endpoint (`whsec_…`). Default: `CLERK_WEBHOOK_SIGNING_SECRET`. */
  readonly signingSecret?: string;
  /** In place of `signingSecret`: any of these, while one takes the place of another. */
  readonly signingSecrets?: readonly string[];
  /** How long a body may be. Default: 2 MiB. */
  readonly bodyLimitInBytes?: number;
  /** How long a body may take to come in. Default: 10,000. */
  readonly bodyTimeoutInMs?: number;
  /** How old a delivery may be, or ahead of this machine's clock: 1 to 300. Default: 300. */
  readonly toleranceInSeconds?: number;
  /** Where what has run is remembered. Default: in the memory of the process. */
  readonly store?: WebhookDeliveryStore;
  /** How long a handler may run before it counts as dead and may be run again. Default: 300,000. */
  readonly leaseInMs?: number;
}

/** What `forRootAsync({ useClass })` makes. */
export interface ClerkWebhookOptionsFactory {
  /** Makes the options, once, when the application boots. */
  createClerkWebhookOptions(): ClerkWebhookOptions | Promise<ClerkWebhookOptions>;
}

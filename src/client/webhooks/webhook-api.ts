import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';

/** Where the Svix app of the instance is managed; with the names of the wire, as in the vendor's client. Source: schema SvixURL. */
export interface WebhooksSvixJSON {
  /** A URL that signs in to Svix for a while: give it to nobody else. */
  readonly svix_url: string;
}

/** Operations on the Svix app that delivers the instance's webhooks. Every method rejects with a `ClerkApiError` when its call fails. */
export interface WebhookApi {
  /**
   * Creates the Svix app of the instance.
   *
   * Source: POST /webhooks/svix.
   */
  createSvixApp(): Promise<WebhooksSvixJSON>;

  /**
   * Makes a URL of Svix's dashboard for the app.
   *
   * Source: POST /webhooks/svix_url.
   */
  generateSvixAuthURL(): Promise<WebhooksSvixJSON>;

  /**
   * Deletes the Svix app of the instance.
   *
   * Source: DELETE /webhooks/svix.
   */
  deleteSvixApp(): Promise<void>;
}

/** The operations of {@link WebhookApi}. */
export const webhookRoutes = routes<WebhookApi>()({
  createSvixApp: 'POST /webhooks/svix',
  generateSvixAuthURL: 'POST /webhooks/svix_url',
  deleteSvixApp: 'DELETE /webhooks/svix',
});

/** @param send What makes the calls. */
export function bindWebhookApi(send: Send): WebhookApi {
  return bind(webhookRoutes, send);
}

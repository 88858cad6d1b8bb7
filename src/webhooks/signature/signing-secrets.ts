import { Webhook } from 'standardwebhooks';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { WebhookVerificationError } from '../webhook-verification-error.js';
import type { DeliveryHeaders } from './delivery-headers.js';
import { assertRecent } from './timestamp.js';

/** Which variable has the secret where no option has it. */
export const SECRET_VARIABLE = 'CLERK_WEBHOOK_SIGNING_SECRET';

/** The secrets that deliveries may be signed with; several while one takes the place of another. */
export class SigningSecrets {
  readonly #webhooks: readonly Webhook[];

  /**
   * @param secrets As the Dashboard shows them, with `whsec_` or without.
   * @param option Which option they come from.
   * @throws ClerkConfigurationError for what is no secret.
   */
  constructor(secrets: readonly unknown[], option: string) {
    this.#webhooks = secrets.map((secret) => toWebhook(secret, option));
  }

  /**
   * @param body The body, byte for byte as it came.
   * @param toleranceInSeconds How old, or far ahead, the delivery may be.
   * @throws WebhookVerificationError unless the delivery was signed with one of the secrets, lately.
   */
  verify(body: Buffer, headers: DeliveryHeaders, toleranceInSeconds: number): void {
    assertRecent(headers.timestamp, toleranceInSeconds);
    const text = body.toString('utf8');
    if (this.#webhooks.some((webhook) => isSigned(webhook, text, headers))) return;
    throw new WebhookVerificationError(
      'no_matching_signature',
      'No signature of the delivery matches: its body, id or time was changed on the way, or it was ' +
        `signed with another secret. Compare signingSecret (environment variable ${SECRET_VARIABLE}) ` +
        'with that of the endpoint in the Clerk Dashboard.',
    );
  }
}

function isSigned(webhook: Webhook, body: string, headers: DeliveryHeaders): boolean {
  try {
    // Parsed elsewhere: the error of a parser quotes from the body.
    webhook.verify(body, standardHeaders(headers), { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function standardHeaders({ id, timestamp, signature }: DeliveryHeaders): Record<string, string> {
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

function toWebhook(secret: unknown, option: string): Webhook {
  try {
    if (typeof secret === 'string') return new Webhook(secret.trim());
  } catch {
    // What it says may quote the secret.
  }
  throw new ClerkConfigurationError(
    `${option} (environment variable ${SECRET_VARIABLE}) is no signing secret: copy the whole secret ` +
      'of the endpoint from the Clerk Dashboard, Webhooks; it begins with whsec_.',
  );
}

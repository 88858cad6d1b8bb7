import { WebhookVerificationError } from '../webhook-verification-error.js';

/** The headers that a delivery is signed with. */
export interface DeliveryHeaders {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** What Clerk's deliveries call them; the Standard Webhooks have `webhook-` in place of `svix-`. */
const NAMES = { id: 'svix-id', timestamp: 'svix-timestamp', signature: 'svix-signature' } as const;

/**
 * Reads the headers of a delivery.
 *
 * @param header The value of a header by its name in small letters.
 * @throws WebhookVerificationError that names those that are missing or empty.
 */
export function readDeliveryHeaders(
  header: (name: string) => string | null | undefined,
): DeliveryHeaders {
  const id = header(NAMES.id)?.trim();
  const timestamp = header(NAMES.timestamp)?.trim();
  const signature = header(NAMES.signature)?.trim();
  if (id && timestamp && signature) return { id, timestamp, signature };
  const missing = Object.values(NAMES).filter((name) => !header(name)?.trim());
  throw new WebhookVerificationError(
    'missing_headers',
    `The request is no delivery of a webhook: it has no ${missing.join(', ')}.`,
  );
}

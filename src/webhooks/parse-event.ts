import { isPlainObject } from '../plain-object.js';
import type { WebhookEvent } from './events/webhook-event.js';
import { WebhookVerificationError } from './webhook-verification-error.js';

/**
 * Reads the event of a body whose signature has been verified: Clerk answers for what is in it, so
 * only its outline is looked at.
 *
 * @throws WebhookVerificationError when it is no event.
 */
export function parseEvent(body: Buffer): WebhookEvent {
  const value = parseJson(body);
  if (!isPlainObject(value) || typeof value.type !== 'string' || !isPlainObject(value.data)) {
    throw malformed();
  }
  const { type, data, event_attributes, timestamp, instance_id } = value;
  const event: unknown = { type, object: 'event', data, event_attributes, timestamp, instance_id };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- signed by Clerk, whose document the types follow
  return event as WebhookEvent;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // What the parser says quotes from the body.
    throw malformed();
  }
}

function malformed(): WebhookVerificationError {
  return new WebhookVerificationError(
    'malformed_event',
    'The body of the delivery is no event: it must be a JSON object with type and data.',
  );
}

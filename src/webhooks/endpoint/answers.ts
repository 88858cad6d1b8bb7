import type { Outcome } from '../delivery/outcome.js';
import type { WebhookVerificationError } from '../webhook-verification-error.js';
import type { Answer } from './answer.js';

/** Clerk sends with no other method. */
export const NOT_POST: Answer = {
  status: 405,
  message: 'Deliveries are sent with POST.',
  headers: { allow: 'POST' },
};

/** What is wrong is in the log. */
export const CONFIGURATION: Answer = {
  status: 500,
  message: 'The delivery could not be taken in.',
};

/** By what became of a delivery. What is no success is delivered again. */
export const OUTCOMES: Readonly<Record<Outcome, Answer>> = {
  done: { status: 200, message: 'Received.' },
  failed: { status: 500, message: 'A handler failed.' },
  unsettled: {
    status: 503,
    message: 'The delivery is being worked on, or that is not known.',
    headers: { 'retry-after': '30' },
  },
};

/** The answer to what is no delivery. What to do about it is nobody's business but the log's. */
export function refusal({ reason }: WebhookVerificationError): Answer {
  const message = `Refused: ${reason}.`;
  switch (reason) {
    case 'body_too_large':
      return { status: 413, message };
    case 'body_timeout':
      return { status: 408, message, headers: { connection: 'close' } };
    case 'missing_headers':
    case 'malformed_timestamp':
    case 'timestamp_too_old':
    case 'timestamp_too_new':
    case 'no_matching_signature':
    case 'body_incomplete':
    case 'malformed_event':
      return { status: 400, message };
    default:
      return reason satisfies never;
  }
}

import { ClerkError } from '../clerk-error.js';

/** Why a delivery was not accepted. */
export type WebhookVerificationReason =
  | 'missing_headers'
  | 'malformed_timestamp'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'no_matching_signature'
  | 'body_too_large'
  | 'body_timeout'
  | 'body_incomplete'
  | 'malformed_event';

/**
 * What came is no delivery of Clerk's that may be believed: its signature, its time or its form are
 * wrong. `reason` tells which. Answer 400, so that it is seen among Clerk's failed deliveries.
 */
export class WebhookVerificationError extends ClerkError {
  readonly code = 'webhook_verification_failed' as const;

  /**
   * @param reason A stable name of what is wrong.
   * @param message What is wrong, in a sentence. Never holds the secret or the body.
   */
  constructor(
    readonly reason: WebhookVerificationReason,
    message: string,
  ) {
    super(message);
  }
}

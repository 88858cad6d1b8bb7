import { WebhookVerificationError } from '../webhook-verification-error.js';

/** How old a delivery may be, and how far ahead of this machine's clock, as in the vendor's SDKs. */
export const TOLERANCE_IN_SECONDS = 300;

/**
 * What was sent long ago may have been recorded on the way and be sent again by somebody else.
 *
 * @param timestamp The header, a Unix time in seconds.
 * @throws WebhookVerificationError for a time that can't be read, is too long ago or yet to come.
 */
export function assertRecent(timestamp: string, toleranceInSeconds: number): void {
  // One spelling: what is read here and what was signed must not be two times.
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookVerificationError(
      'malformed_timestamp',
      'The svix-timestamp header of the delivery is no Unix time in seconds.',
    );
  }
  const now = Math.floor(Date.now() / 1000);
  const age = now - Number(timestamp);
  if (age > toleranceInSeconds) {
    throw new WebhookVerificationError(
      'timestamp_too_old',
      `The delivery was signed more than ${toleranceInSeconds} seconds ago: it may be a recorded one. ` +
        'Is the clock of this machine right?',
    );
  }
  if (-age > toleranceInSeconds) {
    throw new WebhookVerificationError(
      'timestamp_too_new',
      `The delivery was signed more than ${toleranceInSeconds} seconds from now. ` +
        'Is the clock of this machine right?',
    );
  }
}

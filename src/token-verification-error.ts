import { ClerkError } from './clerk-error.js';
import type { TokenVerificationErrorReason } from './engine/reasons.js';

/** What can be said of a token that was not accepted, beside the sentence. */
export interface TokenVerificationDetails {
  /** Why, in the vendor's words. Default: `token-verification-failed`. */
  readonly reason?: TokenVerificationErrorReason;
  /** The error underneath, where the token could not be judged at all. */
  readonly cause?: unknown;
}

/**
 * A token must not be accepted: its signature, its times, its audience or its origin are wrong, or
 * there was no key to judge it by. `reason` tells which.
 */
export class TokenVerificationError extends ClerkError {
  readonly code = 'token_verification_failed' as const;

  /** The vendor's reason, by which code written for their SDKs tells why. */
  readonly reason: TokenVerificationErrorReason;

  /**
   * @param message What is wrong with the token. Never holds the token.
   * @param details The reason, and what led to it.
   */
  constructor(message: string, details: TokenVerificationDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.reason = details.reason ?? 'token-verification-failed';
  }
}

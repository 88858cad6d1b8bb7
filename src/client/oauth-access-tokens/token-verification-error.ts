import { ClerkError } from '../../clerk-error.js';

/**
 * The Backend API knows the token, but it must not be accepted: it was made for another audience,
 * or is no longer active.
 */
export class TokenVerificationError extends ClerkError {
  readonly code = 'token_verification_failed' as const;

  /** The vendor's reason, by which code written for their SDKs tells why. */
  readonly reason = 'token-verification-failed' as const;
}

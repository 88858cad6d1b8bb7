import { given, orNull, shape } from '../shape.js';

/**
 * A verification that your backend drives: a code was sent, and waits to be told. Source: response
 * _VerificationResponse.
 */
export interface IdentifierVerification {
  /** Its id, for the attempts. */
  readonly id: string;
  /** `unverified` while it waits; a wrong code leaves it so, or makes it `failed`. */
  readonly status: 'unverified' | 'verified' | 'expired' | 'failed';
  /** `email_code` or `phone_code`. */
  readonly strategy: string;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** Until when the code is good: a Unix time in milliseconds. */
  readonly expireAt: number | null;
  /** How the code was sent to a phone number: `sms`, … */
  readonly channel: string | null;
}

/** A code that the user has told. */
export interface AttemptVerificationParams {
  /** The verification's id, from its preparation. */
  readonly verificationId: string;
  /** The code. No error shows it. */
  readonly code: string;
}

/** Reads the answers of the operations that prepare and attempt a verification. */
export const readIdentifierVerification = shape<IdentifierVerification>({
  id: given,
  status: given,
  strategy: given,
  attempts: orNull,
  expireAt: orNull,
  channel: orNull,
});

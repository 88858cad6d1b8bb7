import { given, orNull, shape, url } from '../shape.js';

/** The states of a verification. */
export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/** How far the proof has come that an identifier belongs to its user. Source: schemas verification_*. */
export interface Verification {
  /** `verified`, or how far it has come and why it ended. */
  readonly status: VerificationStatus;
  /** How it is proved: `email_code`, `oauth_google`, `admin`, … */
  readonly strategy: string;
  /** Where a provider proves it. */
  readonly externalVerificationRedirectURL: URL | null;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** Until when it can be proved: a Unix time in milliseconds. */
  readonly expireAt: number | null;
  /** What a Web3 wallet signs. */
  readonly nonce: string | null;
  /** Always null, as in the vendor's SDK: the Backend API's clients leave it out. */
  readonly message: string | null;
}

/** Reads the `verification` of an identifier. */
export const readVerification = shape<Verification>({
  status: given,
  strategy: given,
  externalVerificationRedirectURL: url,
  attempts: orNull,
  expireAt: orNull,
  nonce: orNull,
  message: { read: () => null },
});

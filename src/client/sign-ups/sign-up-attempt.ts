import { oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readSignUpAttemptVerifications } from './sign-up-attempt-verifications.js';
import type { SignUpAttemptVerifications } from './sign-up-attempt-verifications.js';

/** How far a sign-up has come. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned';

/** Somebody's attempt to become a user. All times are Unix times in milliseconds. Source: schema SignUp. */
export interface SignUpAttempt {
  /** `sua_…` */
  readonly id: string;
  /** Whether something is missing, it became a user, or was given up. */
  readonly status: SignUpStatus;
  /** What the instance insists on. */
  readonly requiredFields: string[];
  /** What may be given. */
  readonly optionalFields: string[];
  /** What is required and not given yet. */
  readonly missingFields: string[];
  /** What was given and has yet to be verified. */
  readonly unverifiedFields: string[];
  /** How the identifiers are verified. */
  readonly verifications: SignUpAttemptVerifications | null;
  /** The user name that was given; null for none. */
  readonly username: string | null;
  /** The email address that was given; null for none. */
  readonly emailAddress: string | null;
  /** The phone number that was given, in E.164 format; null for none. */
  readonly phoneNumber: string | null;
  /** The wallet's address. */
  readonly web3Wallet: string | null;
  /** Whether a password was given. */
  readonly passwordEnabled: boolean;
  /** The first name that was given; null for none. */
  readonly firstName: string | null;
  /** The last name that was given; null for none. */
  readonly lastName: string | null;
  /** Whether your application has something to do before the sign-up can complete. */
  readonly customAction: boolean;
  /** The id in your own system; the user will have it. */
  readonly externalId: string | null;
  /** The session that a complete sign-up began. */
  readonly createdSessionId: string | null;
  /** The user whom a complete sign-up made. */
  readonly createdUserId: string | null;
  /** When the attempt is given up. */
  readonly abandonAt: number | null;
  /** When the visitor agreed to the legal terms. */
  readonly legalAcceptedAt: number | null;
  /** What will be the user's public metadata; as it was saved. */
  readonly publicMetadata?: Record<string, unknown> | null;
  /** What will be the user's unsafe metadata, written by the browser; as it was saved. */
  readonly unsafeMetadata?: Record<string, unknown> | null;
}

/** Reads a resource whose `object` is `sign_up_attempt`. */
export const readSignUpAttempt = shape<SignUpAttempt>({
  id: given,
  status: given,
  requiredFields: given,
  optionalFields: given,
  missingFields: given,
  unverifiedFields: given,
  verifications: oneOr(readSignUpAttemptVerifications, null),
  username: given,
  emailAddress: given,
  phoneNumber: given,
  web3Wallet: given,
  passwordEnabled: given,
  firstName: given,
  lastName: given,
  customAction: given,
  externalId: given,
  createdSessionId: given,
  createdUserId: given,
  abandonAt: given,
  legalAcceptedAt: given,
  publicMetadata: given,
  unsafeMetadata: given,
});

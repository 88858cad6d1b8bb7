import { given, one, shape } from '../shape.js';

/** What comes next in a verification; empty when nothing does. */
export type SignUpVerificationNextAction = 'needs_prepare' | 'needs_attempt' | '';

/** How one identifier of a sign-up is verified. */
export interface SignUpAttemptVerification {
  /** What the user has to do next. */
  readonly nextAction: SignUpVerificationNextAction;
  /** The ways to do it: `email_code`, `email_link`, … */
  readonly supportedStrategies: string[];
}

/** How the identifiers of a sign-up are verified; null for one that was not given. Source: schema SignUp, `verifications`. */
export interface SignUpAttemptVerifications {
  /** How the email address is verified; null when none was given. */
  readonly emailAddress: SignUpAttemptVerification | null;
  /** How the phone number is verified; null when none was given. */
  readonly phoneNumber: SignUpAttemptVerification | null;
  /** How the wallet is verified; null when none was given. */
  readonly web3Wallet: SignUpAttemptVerification | null;
  /** The account at a social provider, as the API sent it. */
  readonly externalAccount: object | null;
}

const readVerification = shape<SignUpAttemptVerification>({
  nextAction: given,
  supportedStrategies: given,
});

/** Reads the `verifications` of a sign-up. */
export const readSignUpAttemptVerifications = shape<SignUpAttemptVerifications>({
  emailAddress: one(readVerification),
  phoneNumber: one(readVerification),
  web3Wallet: one(readVerification),
  externalAccount: given,
});

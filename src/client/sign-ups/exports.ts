export type { SignUpApi, UpdateSignUpParams } from './sign-up-api.js';
export type {
  SignUpAttemptVerification,
  SignUpAttemptVerifications,
  SignUpVerificationNextAction,
} from './sign-up-attempt-verifications.js';
export type { SignUpAttempt, SignUpStatus } from './sign-up-attempt.js';

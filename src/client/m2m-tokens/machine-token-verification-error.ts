import { ClerkError } from '../../clerk-error.js';

/** Why a machine's JWT is not accepted. The names are the vendor's. */
export type MachineTokenVerificationFailure = 'token-invalid' | 'token-verification-failed';

/** A machine's JWT that must not be accepted, or that could not be verified. No member holds the token. */
export class MachineTokenVerificationError extends ClerkError {
  /**
   * @param code `token-invalid` for a token that was made for something else;
   * `token-verification-failed` for any other fault, and where there was no key to verify it with.
   * @param message What is wrong with it.
   * @param options `cause`: why no key could be had, where it is that.
   */
  constructor(
    readonly code: MachineTokenVerificationFailure,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

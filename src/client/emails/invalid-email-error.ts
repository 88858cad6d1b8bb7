import { ClerkError } from '../../clerk-error.js';

/** An email, or a batch of them, that the API would not take. No request was made. */
export class InvalidEmailError extends ClerkError {
  readonly code = 'invalid_email' as const;

  /**
   * @param parameter The name of the argument that is at fault.
   * @param rule What it must be.
   */
  constructor(
    readonly parameter: string,
    rule: string,
  ) {
    super(`\`${parameter}\` ${rule}. No request was made.`);
  }
}

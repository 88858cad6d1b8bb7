import { ClerkError } from '../clerk-error.js';

/**
 * A method was called without one of the ids (or names) that its operation's path needs. No request
 * was made: with an empty id, `DELETE /users/{userId}` would be another operation.
 */
export class InvalidIdError extends ClerkError {
  readonly code = 'invalid_id' as const;

  /** @param parameter The name of the argument, as the method's signature has it. */
  constructor(readonly parameter: string) {
    super(
      `\`${parameter}\` must be a non-empty string that can be one segment of a path ` +
        '(neither "." nor ".."). No request was made.',
    );
  }
}

import { ClerkError } from '../clerk-error.js';

/** The request itself is broken, whoever sent it: answered 400, with this error's message. */
export class ClerkRequestError extends ClerkError {
  readonly code = 'bad_request';
}

/**
 * Options, environment or decorators contradict themselves or lack something. Thrown while the
 * application boots wherever that can be known; the message names what to change.
 */
export class ClerkConfigurationError extends ClerkError {
  readonly code = 'invalid_configuration';
}

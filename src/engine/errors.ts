import { ClerkError } from '../clerk-error.js';

/** The request itself is broken, whoever sent it: answered 400, with this error's message. */
export class ClerkRequestError extends ClerkError {
  readonly code = 'bad_request' as const;
}

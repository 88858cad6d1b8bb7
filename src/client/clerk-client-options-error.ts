import { ClerkError } from '../clerk-error.js';

/**
 * The client was made with an option that can't work, or without one that a call needs. The message
 * names the option and the environment variable that sets it, never the value.
 */
export class ClerkClientOptionsError extends ClerkError {
  readonly code = 'invalid_client_options' as const;
}

/** The error of a call made by a client that has no secret key. */
export function secretKeyMissing(): ClerkClientOptionsError {
  return new ClerkClientOptionsError(
    'The Backend API needs a secret key, and this client has none. ' +
      'Pass `secretKey`, or set CLERK_SECRET_KEY (Clerk Dashboard, API keys).',
  );
}

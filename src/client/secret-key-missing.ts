import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** The error of a call made by a client that has no secret key. */
export function secretKeyMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'The Backend API needs a secret key, and this client has none. ' +
      'Pass `secretKey`, or set CLERK_SECRET_KEY (Clerk Dashboard, API keys).',
  );
}

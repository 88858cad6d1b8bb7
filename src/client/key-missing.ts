import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** The error of a call made by a client that has no secret key. */
export function secretKeyMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'The Backend API needs a secret key, and this client has none. ' +
      'Pass `secretKey`, or set CLERK_SECRET_KEY (Clerk Dashboard, API keys).',
  );
}

/** The error of a machine's call that brought no key, made by a client that has none either. */
export function machineSecretKeyMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'The Backend API needs a machine secret key or a secret key for this, and this client has ' +
      'neither. Pass `machineSecretKey`, or set CLERK_MACHINE_SECRET_KEY (Clerk Dashboard, ' +
      'Machines); or pass `secretKey`, or set CLERK_SECRET_KEY.',
  );
}

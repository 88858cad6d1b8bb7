import { ClerkError } from './clerk-error.js';

/**
 * Options, environment or decorators contradict themselves or lack something. Thrown while the
 * application boots wherever that can be known; the message names what to change, never a value
 * that may be a secret.
 */
export class ClerkConfigurationError extends ClerkError {
  readonly code = 'invalid_configuration' as const;
}

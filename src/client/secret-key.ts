import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** The variables that usually set the keys, for the errors. */
const VARIABLES = {
  secretKey: 'CLERK_SECRET_KEY',
  machineSecretKey: 'CLERK_MACHINE_SECRET_KEY',
} as const;

/**
 * Checks a key that somebody gave. White space around it does no harm, and a blank one is none.
 *
 * @param option The option or parameter that holds it.
 * @param key What was given.
 * @throws {ClerkConfigurationError} When it can't go into a header; the error doesn't quote it.
 */
export function readKey(option: keyof typeof VARIABLES, key: unknown): string | undefined {
  if (key === undefined || key === null) return undefined;
  const trimmed = typeof key === 'string' ? key.trim() : undefined;
  if (trimmed === '') return undefined;
  // fetch quotes a header value that it refuses, so a key with a line break would end up in a log.
  if (trimmed === undefined || !/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new ClerkConfigurationError(
      `\`${option}\` (${VARIABLES[option]}) is no string, ` +
        'or holds a character that an HTTP header can not carry.',
    );
  }
  return trimmed;
}

import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ClerkOptions } from '../clerk-options.js';
import { resolveOptions } from './resolve-options.js';
import type { ResolvedOptions } from './resolved-options.js';

/**
 * The options of an application under test: its rules are its own, its connection to Clerk is
 * replaced whole, environment included.
 *
 * @param options What the application gave.
 * @param testing The connection to the embedded Clerk.
 * @param environment Looked at only for live keys.
 * @param title Says in an error whose options they are.
 * @throws ClerkConfigurationError where the application is connected to a live instance.
 */
export function resolveTestingOptions(
  options: ClerkOptions,
  testing: ClerkOptions,
  environment: Readonly<Record<string, string | undefined>>,
  title?: string,
): ResolvedOptions {
  const keys = [
    options.publishableKey ?? environment['CLERK_PUBLISHABLE_KEY'],
    options.secretKey ?? environment['CLERK_SECRET_KEY'],
  ];
  if (keys.some((key) => /^[ps]k_live_/.test(key ?? ''))) throw liveKeys();
  return resolveOptions({ ...TEST_RULES, ...options, ...OWN_CONNECTION, ...testing }, {}, title);
}

/** A test that revokes a token in the embedded Clerk does not want to wait until that counts. */
const TEST_RULES: ClerkOptions = { machineTokenCache: false };

/** What of the application's own would still lead to its own instance. */
const OWN_CONNECTION = { jwtKey: undefined, machineSecretKey: undefined, clerkClient: undefined };

/** An application that its users sign in to must not accept the embedded Clerk's tokens. */
function liveKeys(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'ClerkTestingModule is imported into an application with the keys of a production instance ' +
      '(pk_live_…, sk_live_…): whoever reached its embedded Clerk could sign in as anybody. ' +
      'Test with the keys of a development instance or without any, or remove ClerkTestingModule.',
  );
}

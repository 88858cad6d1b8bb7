import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkRequestError } from '../engine/errors.js';
import type { RequestFacts } from '../engine/facts/request-facts.js';
import { type Deployment, primarySignInUrl } from '../engine/deployment.js';
import { parsePublishableKey, type PublishableKey } from '../engine/publishable-key.js';
import { type AcceptedTokens, TokenType } from '../engine/token-type.js';
import type { ConnectionOptions } from './authenticate-request-options.js';

/** Whether the kinds that are taken need nothing of the publishable key: they come without cookies. */
export function needsNoPublishableKey(accepted: AcceptedTokens): boolean {
  return accepted === TokenType.M2MToken || accepted === TokenType.ApiKey;
}

/**
 * Reads the publishable key where one is needed.
 *
 * @throws ClerkConfigurationError when it is missing or none.
 */
export function publishableKeyOf(
  { publishableKey }: ConnectionOptions,
  accepted: AcceptedTokens,
): PublishableKey | undefined {
  if (needsNoPublishableKey(accepted)) return undefined;
  const key = parsePublishableKey(publishableKey ?? '');
  if (key) return key;
  throw new ClerkConfigurationError(
    'publishableKey (environment variable CLERK_PUBLISHABLE_KEY) is missing or no publishable key: ' +
      'copy the key that starts with pk_test_ or pk_live_ from the API keys page of the Clerk Dashboard.',
  );
}

/**
 * Refuses options without any key that the tokens could be verified by.
 *
 * @throws ClerkConfigurationError that names the keys that would do.
 */
export function assertKeys(options: ConnectionOptions, accepted: AcceptedTokens): void {
  const { secretKey, jwtKey, machineSecretKey } = options;
  if (secretKey || jwtKey) return;
  if (accepted === TokenType.M2MToken) {
    if (machineSecretKey) return;
    throw new ClerkConfigurationError(
      'Verifying M2M tokens needs machineSecretKey (environment variable CLERK_MACHINE_SECRET_KEY) or ' +
        'secretKey (environment variable CLERK_SECRET_KEY).',
    );
  }
  throw new ClerkConfigurationError(
    'secretKey (environment variable CLERK_SECRET_KEY) is missing. Set it, or verify tokens without ' +
      'it by jwtKey (environment variable CLERK_JWT_KEY).',
  );
}

/**
 * Refuses a satellite's request from a page that can't be its primary's: the sign-in page is on the
 * primary, and the satellite's own pages have another origin.
 *
 * @throws ClerkConfigurationError when `signInUrl` has no origin, ClerkRequestError when the
 * request comes from there.
 */
export function assertOrigin(deployment: Deployment, { origin }: RequestFacts): void {
  const { isSatellite, signInUrl } = deployment;
  if (!isSatellite || !signInUrl || !origin) return;
  if (primarySignInUrl(deployment).origin === origin) {
    throw new ClerkRequestError(
      'A satellite is not to be asked from the origin of its sign-in page, which is on the primary.',
    );
  }
}

import type { ClerkOptions } from '../clerk-options.js';
import { readFlag } from './environment-flag.js';
import { machineTokenCache } from './machine-token-cache-check.js';
import { machineSecretKey, publishableKey, secretKey } from './key-checks.js';
import {
  absoluteUrl,
  backendApiClient,
  domainName,
  flag,
  milliseconds,
  type OptionCheck,
  orFunction,
  origins,
  webOrigins,
  text,
  textOrTexts,
  tokenTypes,
  urlOrPath,
} from './option-checks.js';
import { organizationPatterns } from './organization-check.js';
import { tokenCache } from './token-cache-check.js';

/** How one option is set and checked. */
export interface OptionRow {
  readonly name: keyof ClerkOptions;
  /** The environment variable that sets it too. */
  readonly variable?: string;
  /** Reads the variable, where the option is no text. */
  readonly read?: (text: string) => unknown;
  readonly check: OptionCheck;
}

/** Every option there is. What is not in here is refused, so that a typo can't switch a rule off. */
export const OPTION_TABLE: readonly OptionRow[] = [
  { name: 'publishableKey', variable: 'CLERK_PUBLISHABLE_KEY', check: publishableKey },
  { name: 'secretKey', variable: 'CLERK_SECRET_KEY', check: secretKey },
  { name: 'machineSecretKey', variable: 'CLERK_MACHINE_SECRET_KEY', check: machineSecretKey },
  { name: 'jwtKey', variable: 'CLERK_JWT_KEY', check: text },
  { name: 'apiUrl', variable: 'CLERK_API_URL', check: absoluteUrl },
  { name: 'apiVersion', variable: 'CLERK_API_VERSION', check: text },
  { name: 'skipJwksCache', check: flag },
  { name: 'jwksCacheTtlInMs', check: milliseconds },
  { name: 'jwksStaleTtlInMs', check: milliseconds },
  { name: 'tokenCache', check: tokenCache },
  { name: 'clerkClient', check: backendApiClient },
  { name: 'proxyUrl', variable: 'CLERK_PROXY_URL', check: orFunction(urlOrPath) },
  { name: 'domain', variable: 'CLERK_DOMAIN', check: orFunction(domainName) },
  {
    name: 'isSatellite',
    variable: 'CLERK_IS_SATELLITE',
    read: readFlag,
    check: orFunction(flag),
  },
  { name: 'satelliteAutoSync', check: flag },
  { name: 'signInUrl', variable: 'CLERK_SIGN_IN_URL', check: urlOrPath },
  { name: 'signUpUrl', variable: 'CLERK_SIGN_UP_URL', check: urlOrPath },
  { name: 'afterSignInUrl', check: urlOrPath },
  { name: 'afterSignUpUrl', check: urlOrPath },
  { name: 'organizationSyncOptions', check: organizationPatterns },
  { name: 'allowedRedirectOrigins', check: webOrigins },
  { name: 'acceptsToken', check: tokenTypes },
  { name: 'audience', check: textOrTexts },
  { name: 'authorizedParties', check: origins },
  { name: 'clockSkewInMs', check: milliseconds },
  { name: 'headerType', check: textOrTexts },
  { name: 'userCacheTtlInMs', check: milliseconds },
  { name: 'machineTokenCache', check: machineTokenCache },
  { name: 'enableHandshake', check: flag },
  { name: 'debug', check: flag },
];

/** An option by both its names, as messages write it. */
export function labelOf(name: keyof ClerkOptions): string {
  const variable = OPTION_TABLE.find((row) => row.name === name)?.variable;
  return variable ? `${name} (environment variable ${variable})` : name;
}

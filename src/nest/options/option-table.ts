import type { ClerkOptions } from '../../clerk-options.js';
import { parsePublishableKey } from '../../engine/publishable-key.js';
import {
  absoluteUrl,
  milliseconds,
  type OptionCheck,
  origins,
  text,
  textOrTexts,
  urlOrPath,
} from './option-checks.js';

/** How one option is set and checked. */
export interface OptionRow {
  readonly name: keyof ClerkOptions;
  /** The environment variable that sets it too. */
  readonly variable?: string;
  readonly check: OptionCheck;
}

/** Never shows the value: people paste secret keys into the wrong place. */
const publishableKey: OptionCheck = (value) => {
  if (typeof value === 'string' && parsePublishableKey(value)) return undefined;
  const isSecret = typeof value === 'string' && value.startsWith('sk_');
  return isSecret
    ? 'is a secret key: give that as secretKey (CLERK_SECRET_KEY), and here the key that starts with pk_'
    : 'is not a publishable key: copy the whole key that starts with pk_test_ or pk_live_ from the API keys page of the Clerk Dashboard';
};

const secretKey: OptionCheck = (value) => {
  if (typeof value === 'string' && value.startsWith('pk_')) {
    return 'is a publishable key: give that as publishableKey (CLERK_PUBLISHABLE_KEY), and here the key that starts with sk_';
  }
  const isHeaderValue = typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
  return isHeaderValue ? undefined : 'must be a string that an HTTP header can carry';
};

/** Every option there is. What is not in here is refused, so that a typo can't switch a rule off. */
export const OPTION_TABLE: readonly OptionRow[] = [
  { name: 'publishableKey', variable: 'CLERK_PUBLISHABLE_KEY', check: publishableKey },
  { name: 'secretKey', variable: 'CLERK_SECRET_KEY', check: secretKey },
  { name: 'jwtKey', variable: 'CLERK_JWT_KEY', check: text },
  { name: 'apiUrl', variable: 'CLERK_API_URL', check: absoluteUrl },
  { name: 'apiVersion', variable: 'CLERK_API_VERSION', check: text },
  { name: 'proxyUrl', variable: 'CLERK_PROXY_URL', check: urlOrPath },
  { name: 'signInUrl', variable: 'CLERK_SIGN_IN_URL', check: urlOrPath },
  { name: 'signUpUrl', variable: 'CLERK_SIGN_UP_URL', check: urlOrPath },
  { name: 'audience', check: textOrTexts },
  { name: 'authorizedParties', check: origins },
  { name: 'clockSkewInMs', check: milliseconds },
];

/** An option by both its names, as messages write it. */
export function labelOf(name: keyof ClerkOptions): string {
  const variable = OPTION_TABLE.find((row) => row.name === name)?.variable;
  return variable ? `${name} (environment variable ${variable})` : name;
}

import { DEFAULT_API_URL, DEFAULT_API_VERSION } from '../../backend-api.js';
import type { ClerkOptions } from '../../clerk-options.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { DEFAULT_CLOCK_SKEW_IN_MS, type Policy } from '../../engine/policy.js';
import { parsePublishableKey, type PublishableKey } from '../../engine/publishable-key.js';
import { labelOf, OPTION_TABLE } from './option-table.js';

/** The options after the environment has been read and everything has been checked. */
export interface ResolvedOptions {
  readonly publishableKey: PublishableKey;
  readonly secretKey: string | undefined;
  readonly jwtKey: string | undefined;
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly proxyUrl: string | undefined;
  readonly signInUrl: string | undefined;
  readonly signUpUrl: string | undefined;
  readonly policy: Policy;
}

/**
 * Merges options and environment, and checks both.
 *
 * @param options What the application gave.
 * @param environment The environment to fill up from, usually `process.env`.
 * @throws ClerkConfigurationError that names everything that is wrong, option and variable, at once.
 */
export function resolveOptions(
  options: ClerkOptions,
  environment: Readonly<Record<string, string | undefined>>,
): ResolvedOptions {
  if (typeof options !== 'object' || options === null) {
    throw configurationError(['There are none: the factory has to return an options object.']);
  }
  const merged = fillUp(options, environment);
  const problems = [...unknownOptions(options), ...invalidOptions(merged), ...missingKeys(merged)];
  const publishableKey = parsePublishableKey(merged.publishableKey ?? '');
  if (problems.length > 0 || !publishableKey) throw configurationError(problems);
  return {
    publishableKey,
    secretKey: merged.secretKey,
    jwtKey: merged.jwtKey,
    apiUrl: merged.apiUrl ?? DEFAULT_API_URL,
    apiVersion: merged.apiVersion ?? DEFAULT_API_VERSION,
    proxyUrl: merged.proxyUrl,
    signInUrl: merged.signInUrl,
    signUpUrl: merged.signUpUrl,
    policy: {
      audience: merged.audience === undefined ? [] : [merged.audience].flat(),
      authorizedParties: merged.authorizedParties ?? [],
      clockSkewInMs: merged.clockSkewInMs ?? DEFAULT_CLOCK_SKEW_IN_MS,
    },
  };
}

/**
 * An empty string counts as not set, in options as in the environment, and space around a value,
 * which an environment file easily brings, as not there.
 */
function fillUp(
  options: ClerkOptions,
  environment: Readonly<Record<string, string | undefined>>,
): ClerkOptions {
  const values = OPTION_TABLE.map(({ name, variable }) => {
    const given = tidy(options[name]);
    return [name, given ?? (variable && tidy(environment[variable]))] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function tidy(value: ClerkOptions[keyof ClerkOptions]): typeof value {
  return typeof value === 'string' ? value.trim() || undefined : value;
}

function unknownOptions(options: ClerkOptions): string[] {
  const known = OPTION_TABLE.map(({ name }): string => name);
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is not an option. ${hint(name, known)}`);
}

function hint(name: string, known: readonly string[]): string {
  if (name === 'isGlobal' || name === 'globalGuard') {
    return 'It shapes the application: give it beside useFactory, useClass or useExisting.';
  }
  const meant = known.find((option) => option.toLowerCase() === name.toLowerCase());
  return meant ? `Did you mean ${meant}?` : `Options are: ${known.join(', ')}.`;
}

function invalidOptions(merged: ClerkOptions): string[] {
  return OPTION_TABLE.flatMap(({ name, check }) => {
    const value = merged[name];
    const problem = value === undefined ? undefined : check(value);
    return problem ? [`${labelOf(name)} ${problem}.`] : [];
  });
}

function missingKeys({ publishableKey, secretKey, jwtKey }: ClerkOptions): string[] {
  const missing: string[] = [];
  if (publishableKey === undefined) missing.push(`${missingKey('publishableKey')}.`);
  if (secretKey === undefined && jwtKey === undefined) {
    missing.push(
      `${missingKey('secretKey')}, or verify tokens without it by ${labelOf('jwtKey')}.`,
    );
  }
  return missing;
}

function missingKey(name: keyof ClerkOptions): string {
  return `${labelOf(name)} is missing: set it; the key is on the API keys page of the Clerk Dashboard`;
}

function configurationError(problems: readonly string[]): ClerkConfigurationError {
  const list = problems.map((problem) => `  - ${problem}`).join('\n');
  return new ClerkConfigurationError(`ClerkModule can't start with these options:\n${list}`);
}

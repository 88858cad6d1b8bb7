import type { ClerkOptions } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { parsePublishableKey } from '../engine/publishable-key.js';
import { DEFAULT_TOKEN_CACHE_MAX } from '../engine/tokens/token-cache.js';
import { createPolicy } from '../request/policy.js';
import { contradictions } from './contradictions.js';
import { machineAnswerLimits } from './machine-token-cache-options.js';
import { domainName, urlOrPath } from './option-checks.js';
import { labelOf, OPTION_TABLE, type OptionRow } from './option-table.js';
import type { ResolvedOptions } from './resolved-options.js';

/** The environment to fill options up from, usually `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Merges options and environment, and checks both.
 *
 * @param options What the application gave.
 * @param environment Fills up what it did not give.
 * @param title Says in an error whose options they are.
 * @throws ClerkConfigurationError that names everything that is wrong, option and variable, at once.
 */
export function resolveOptions(
  options: ClerkOptions,
  environment: Environment,
  title = "ClerkModule can't start with these options",
): ResolvedOptions {
  if (typeof options !== 'object' || options === null) {
    throw configurationError(title, [
      'There are none: the factory has to return an options object.',
    ]);
  }
  const merged = fillUp(options, environment);
  const fallback = tidy(environment['CLERK_DOMAIN']);
  const invalid = [...invalidFallback(merged, fallback), ...contradictions(merged)];
  const problems = [...unknownOptions(options), ...invalidOptions(merged), ...invalid];
  if (problems.length > 0) throw configurationError(title, problems);
  const { clerkClient, userCacheTtlInMs = 0, enableHandshake = true, debug = false } = merged;
  const { tokenCache = {} } = merged;
  return {
    publishableKey: parsePublishableKey(merged.publishableKey ?? ''),
    connection: pick(merged, [
      'secretKey',
      'machineSecretKey',
      'jwtKey',
      'apiUrl',
      'apiVersion',
      'skipJwksCache',
      'jwksCacheTtlInMs',
      'jwksStaleTtlInMs',
    ]),
    deployment: {
      ...pick(merged, ['proxyUrl', 'isSatellite', 'satelliteAutoSync', 'signInUrl']),
      domain: orEnvironment(merged.domain, fallback),
    },
    pages: pick(merged, ['signInUrl', 'signUpUrl', 'afterSignInUrl', 'afterSignUpUrl']),
    policy: createPolicy(merged),
    clerkClient,
    tokenCacheMax: tokenCache ? (tokenCache.max ?? DEFAULT_TOKEN_CACHE_MAX) : 0,
    userCacheTtlInMs,
    machineTokenCache: machineAnswerLimits(merged.machineTokenCache),
    enableHandshake,
    debug,
  };
}

/**
 * Checks options that are to be completed later, as far as each says something by itself.
 *
 * @param title Says in an error whose options they are.
 * @throws ClerkConfigurationError that names everything that is wrong.
 */
export function assertOptionsInPart(options: ClerkOptions, title: string): void {
  const problems = [...unknownOptions(options), ...invalidOptions(fillUp(options, {}))];
  if (problems.length > 0) throw configurationError(title, problems);
}

/**
 * An empty string counts as not set, in options as in the environment, and space around a value,
 * which an environment file easily brings, as not there.
 */
function fillUp(options: ClerkOptions, environment: Environment): ClerkOptions {
  const values = OPTION_TABLE.map((row) => {
    const given = blankIsUnset(row) ? tidy(options[row.name]) : options[row.name];
    // Not `??`: null is no way to leave an option out, and is refused by its check.
    return [row.name, given === undefined ? variableOf(row, environment) : given] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** A rule that comes out blank, such as `audience: process.env.AUDIENCE ?? ''`, would be none. */
function blankIsUnset({ variable, check }: OptionRow): boolean {
  return variable !== undefined || check === urlOrPath;
}

function variableOf({ variable, read }: OptionRow, environment: Environment): unknown {
  const text = variable && tidy(environment[variable]);
  return read && typeof text === 'string' ? read(text) : text || undefined;
}

function tidy<Value>(value: Value): Value | string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : value;
}

/** As in the vendor's SDK the environment names the domain where a function of the URL names none. */
function orEnvironment(
  domain: ClerkOptions['domain'],
  variable: string | undefined,
): ClerkOptions['domain'] {
  return typeof domain === 'function' ? (url) => domain(url) || variable : domain;
}

function pick<Name extends keyof ClerkOptions>(
  options: ClerkOptions,
  names: readonly Name[],
): Pick<ClerkOptions, Name> {
  const given = names.flatMap((name) => (name in options ? [[name, options[name]] as const] : []));
  // Exactly the names asked for, and each with its own option's value.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(given) as Pick<ClerkOptions, Name>;
}

function unknownOptions(options: ClerkOptions): string[] {
  const known = OPTION_TABLE.map(({ name }): string => name);
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is not an option. ${hint(name, known)}`);
}

function hint(name: string, known: readonly string[]): string {
  if (['isGlobal', 'globalGuard', 'audit', 'protect'].includes(name)) {
    return 'It shapes the application: give it beside useFactory, useClass or useExisting.';
  }
  if (name === 'frontendApiProxy') {
    return 'It is one for the application: give it beside tenants, or beside the function that computes the options.';
  }
  if (name === 'tenants') return 'A tenant has none of its own.';
  if (name === 'apiClient') return 'Did you mean clerkClient?';
  const meant = known.find((option) => option.toLowerCase() === name.toLowerCase());
  return meant ? `Did you mean ${meant}?` : `Options are: ${known.join(', ')}.`;
}

function invalidOptions(merged: ClerkOptions): string[] {
  return OPTION_TABLE.flatMap(({ name, check }) => {
    const value = merged[name];
    const problem = value === undefined ? undefined : check(value);
    // A problem of a member is written next to the option's name.
    const space = problem?.startsWith('.') ? '' : ' ';
    return problem ? [`${labelOf(name)}${space}${problem}.`] : [];
  });
}

/** The variable behind a function is checked as if there were none. */
function invalidFallback({ domain }: ClerkOptions, fallback: string | undefined): string[] {
  const isUsed = typeof domain === 'function' && fallback !== undefined;
  const problem = isUsed ? domainName(fallback) : undefined;
  return problem ? [`${labelOf('domain')} ${problem}.`] : [];
}

function configurationError(title: string, problems: readonly string[]): ClerkConfigurationError {
  const list = problems.map((problem) => `  - ${problem}`).join('\n');
  return new ClerkConfigurationError(`${title}:\n${list}`);
}

import type { ClerkOptions } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { OPTION_TABLE } from '../options/option-table.js';
import type { ResolvedOptions } from '../options/resolved-options.js';

/** Merges options that an application gives for some requests only with all else, and checks them. */
export type ResolveOptions = (options: unknown, whose: string) => ResolvedOptions;

/** The environment, usually `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/** The keys, with the variables that set them. */
const KEYS = {
  publishableKey: 'CLERK_PUBLISHABLE_KEY',
  secretKey: 'CLERK_SECRET_KEY',
  machineSecretKey: 'CLERK_MACHINE_SECRET_KEY',
  jwtKey: 'CLERK_JWT_KEY',
} as const satisfies Partial<Record<keyof ClerkOptions, string>>;

/** The options that are keys of an instance. */
export const KEY_OPTIONS = Object.keys(KEYS);

/**
 * The environment without any key: keys come as a set. A tenant that gives a secret key and no
 * `jwtKey` would otherwise be verified by the `CLERK_JWT_KEY` of somebody else's instance.
 */
export function withoutKeys(environment: Environment): Environment {
  const variables: readonly string[] = Object.values(KEYS);
  return Object.fromEntries(
    Object.entries(environment).filter(([variable]) => !variables.includes(variable)),
  );
}

/** Whether options name any key. */
export function namesKeys(options: object): boolean {
  return KEY_OPTIONS.some((name) => Reflect.get(options, name) !== undefined);
}

/**
 * A copy of what an application gives for some requests, as it is at this moment: members that are
 * set, inherited ones and those of getters too, so that an object which is used again for another
 * request is another set of options.
 *
 * @param whose For the error.
 * @throws ClerkConfigurationError for what is no object.
 */
export function readGiven(given: unknown, whose: string): ClerkOptions {
  // What a table that is an object has under `__proto__` is no options either.
  if (typeof given !== 'object' || given === null || Object.hasOwn(given, 'hasOwnProperty')) {
    throw new ClerkConfigurationError(`There are no options ${whose}: return an object.`);
  }
  const names = new Set([...OPTION_TABLE.map(({ name }) => name), ...Object.keys(given)]);
  const members = [...names].map((name) => [name, copyOf(Reflect.get(given, name))] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value;
}

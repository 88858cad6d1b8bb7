import type { ClerkOptions } from '../clerk-options.js';
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

import { createHash } from 'node:crypto';
import { LocalClerkOptionsError } from './errors.js';
import { randomBase62 } from './ids.js';

const DEFAULT_INSTANCE_NUMBER = 1;

const SECRET_KEY_LENGTH = 42;
const MACHINE_SECRET_KEY_LENGTH = 32;

/**
 * The made-up host of an instance's Frontend API, in the form by which Clerk's SDKs know a
 * development instance. Nothing is ever sent there.
 *
 * @param number 0 to 99, for which the form has room; default 1.
 * @throws LocalClerkOptionsError for any other number.
 */
export function frontendApiHost(number = DEFAULT_INSTANCE_NUMBER): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) {
    throw new LocalClerkOptionsError('`number` must be an integer from 0 to 99.');
  }
  return `local-clerk-${number}.clerk.accounts.dev`;
}

/** The publishable key of a development instance: its host in unpadded base64, ended by a `$`. */
export function publishableKeyOf(host: string): string {
  return `pk_test_${Buffer.from(`${host}$`).toString('base64').replace(/=+$/, '')}`;
}

/**
 * What the names of an instance's cookies end in: eight URL-safe characters of the publishable
 * key's SHA-1. Derived here once more, and not by the engine's code: that one is under test.
 */
export function cookieSuffixOf(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}

/**
 * The secret key given, or a random one. Random by default: SDKs cache signing keys per secret key,
 * so two instances in one process must not share it.
 *
 * @throws LocalClerkOptionsError when the one given isn't a development key: a live key has no
 * business in an embedded instance.
 */
export function secretKeyOf(given: string | undefined): string {
  if (given === undefined) return `sk_test_${randomBase62(SECRET_KEY_LENGTH)}`;
  if (!/^sk_test_[\w-]+$/.test(given)) {
    throw new LocalClerkOptionsError(
      '`secretKey` must be `sk_test_` followed by letters and digits.',
    );
  }
  return given;
}

/** A random machine secret key. It begins as API keys do, and is none. */
export function newMachineSecretKey(): string {
  return `ak_${randomBase62(MACHINE_SECRET_KEY_LENGTH)}`;
}

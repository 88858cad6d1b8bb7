import { InvalidEmailError } from './invalid-email-error.js';

/**
 * Refuses a key that can't be a header's value, or that the API would not take.
 *
 * @param key What the caller gave; undefined for none.
 * @throws {InvalidEmailError} When it is something else than 1 to 255 letters, digits, `_` and `-`.
 */
export function assertIdempotencyKey(key: unknown): void {
  if (key === undefined) return;
  if (typeof key !== 'string' || !/^[\w-]{1,255}$/.test(key)) {
    throw new InvalidEmailError('idempotencyKey', 'must be 1 to 255 letters, digits, "_" and "-"');
  }
}

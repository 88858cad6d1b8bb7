import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** A password of a user's, of which only a hash is kept; `imported` for one that came as a hash. */
export type StoredPassword =
  | {
      readonly kind: 'hashed';
      readonly salt: Buffer;
      readonly hash: Buffer;
      readonly setAt: number;
    }
  | { readonly kind: 'imported'; readonly setAt: number };

// Cheap on purpose: it guards made-up passwords, and every test that checks one waits for it.
const SCRYPT = { N: 1024 };
const HASH_LENGTH = 32;

/** @param now When it was set: Unix time in milliseconds. */
export function storePassword(password: string, now: number): StoredPassword {
  const salt = randomBytes(16);
  return {
    kind: 'hashed',
    salt,
    hash: scryptSync(password, salt, HASH_LENGTH, SCRYPT),
    setAt: now,
  };
}

/** Whether this is the password; undefined for one that came as a hash of another tool's. */
export function isPassword(stored: StoredPassword, password: string): boolean | undefined {
  if (stored.kind === 'imported') return undefined;
  return timingSafeEqual(stored.hash, scryptSync(password, stored.salt, HASH_LENGTH, SCRYPT));
}

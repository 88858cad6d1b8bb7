import { createPublicKey } from 'node:crypto';
import type { VerificationKey } from './key-source.js';

/** An instance's keys by their id. */
export type KeySet = ReadonlyMap<string, VerificationKey>;

/**
 * Reads a JSON Web Key Set (RFC 7517). Keys of other kinds or for other uses, and keys that can't
 * be read, are left out: one strange key must not take the good ones with it.
 *
 * @returns The keys, or `undefined` when the document is no key set or holds no usable key.
 */
export function parseJwks(document: unknown): KeySet | undefined {
  const keys = member(document, 'keys');
  if (!Array.isArray(keys)) return undefined;
  const set = new Map<string, VerificationKey>();
  for (const jwk of keys) {
    const id = member(jwk, 'kid');
    const key = parseJwk(jwk);
    if (typeof id === 'string' && key) set.set(id, key);
  }
  return set.size > 0 ? set : undefined;
}

function parseJwk(jwk: unknown): VerificationKey | undefined {
  const modulus = member(jwk, 'n');
  const exponent = member(jwk, 'e');
  const use = member(jwk, 'use');
  const algorithm = member(jwk, 'alg');
  const isUsable = member(jwk, 'kty') === 'RSA' && (use === undefined || use === 'sig');
  if (!isUsable || typeof modulus !== 'string' || typeof exponent !== 'string') return undefined;
  try {
    return {
      key: createPublicKey({ key: { kty: 'RSA', n: modulus, e: exponent }, format: 'jwk' }),
      algorithm: typeof algorithm === 'string' ? algorithm : undefined,
    };
  } catch {
    // Not a key after all; the set goes on without it, and a token that names it is refused.
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

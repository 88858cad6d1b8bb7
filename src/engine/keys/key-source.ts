import type { KeyObject } from 'node:crypto';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { KeyHealth } from './key-health.js';

/**
 * A public key that verifies tokens. While a key stays the same, so does the object, also when keys
 * are fetched anew: what was verified by it can be told by identity.
 */
export interface VerificationKey {
  readonly key: KeyObject;
  /** The one algorithm the key is for, where its owner said so. */
  readonly algorithm: string | undefined;
}

/** What a source of keys answers: the key, or why there is none. */
export type KeyLookup =
  | { readonly found: true; readonly key: VerificationKey }
  | { readonly found: false; readonly failure: VerificationFailure };

/** Where the keys that sign tokens come from. */
export interface KeySource {
  /**
   * Finds the key of a token. Answers at once when it can.
   *
   * @param keyId The `kid` of the token's header, as it came; nothing guarantees that it exists.
   */
  find(keyId: unknown): KeyLookup | Promise<KeyLookup>;
}

/** A source of keys that can be asked how it is. */
export interface ObservedKeySource extends KeySource {
  /** How it is, from what is known: asks nobody. */
  health(): KeyHealth;
  /**
   * Starts the fetch that the next request would start, where one is due. Who has no requests because
   * it is not healthy would otherwise never notice that it is again.
   *
   * @returns A promise where requests would have to wait; it never rejects. Else nothing.
   */
  prepare(): Promise<void> | undefined;
}

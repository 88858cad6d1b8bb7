import type { KeyObject } from 'node:crypto';
import type { VerificationFailure } from '../claims/verification-failure.js';

/** A public key that verifies tokens. */
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

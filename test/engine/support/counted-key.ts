import { createPublicKey, type KeyObject } from 'node:crypto';
import type { KeySource, VerificationKey } from '../../../src/engine/keys/key-source.js';

/** A key that tells how often it was taken to check a signature: nobody can check one without it. */
export class CountedKey implements VerificationKey {
  readonly algorithm = 'RS256';
  /** How many signatures were checked so far. */
  checks = 0;
  readonly #key: KeyObject;

  /** @param pem The public key (SPKI). */
  constructor(pem: string) {
    this.#key = createPublicKey(pem);
  }

  get key(): KeyObject {
    this.checks += 1;
    return this.#key;
  }

  /** A source that has this key for every token. */
  get source(): KeySource {
    return { find: () => ({ found: true, key: this }) };
  }
}

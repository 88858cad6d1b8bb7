import type { KeySet } from './jwks.js';
import type { KeyLookup, VerificationKey } from './key-source.js';

/** Keys that were fetched, with the answers to lookups made once. */
export class KeptKeys {
  readonly #lookups: ReadonlyMap<string, KeyLookup & { readonly found: true }>;

  /**
   * @param keys Replaces the keys of before, and isn't added to them: one that was withdrawn must go.
   * @param fetchedAt Milliseconds since 1970.
   * @param before A key that is still the same keeps the object that it has here.
   */
  constructor(
    keys: KeySet,
    readonly fetchedAt: number,
    before?: KeptKeys,
  ) {
    this.#lookups = new Map(
      [...keys].map(([id, key]) => {
        const known = before?.find(id);
        return [id, known && isSame(known.key, key) ? known : { found: true, key }];
      }),
    );
  }

  /** @param keyId The `kid` of a token's header, as it came. */
  find(keyId: unknown): (KeyLookup & { readonly found: true }) | undefined {
    return typeof keyId === 'string' ? this.#lookups.get(keyId) : undefined;
  }
}

function isSame(one: VerificationKey, other: VerificationKey): boolean {
  return one.algorithm === other.algorithm && one.key.equals(other.key);
}

import { createPublicKey } from 'node:crypto';
import type { KeyHealth } from '../../../../src/engine/keys/key-health.js';
import type { KeyLookup, ObservedKeySource } from '../../../../src/engine/keys/key-source.js';
import { TokenVerificationErrorReason } from '../../../../src/engine/reasons.js';
import { foreignKey, OWN_KID, ownKey } from '../../generate/world.js';
import type { KeyState } from '../generate/visit.js';

/** Keys that are rotated and withdrawn from one request to the next, all under one key id. */
export class TurnedKeys implements ObservedKeySource {
  #state: KeyState = 'own';
  #lookup: KeyLookup | undefined;
  #asked = 0;

  /** The same state as before leaves the very same key. */
  turn(state: KeyState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#lookup = undefined;
  }

  /** At once and as a promise in turns, as a source that fetches at times. */
  find(keyId: unknown): KeyLookup | Promise<KeyLookup> {
    this.#asked += 1;
    if (keyId !== OWN_KID) return withdrawn;
    this.#lookup ??= lookupOf(this.#state);
    return this.#asked % 3 === 0 ? Promise.resolve(this.#lookup) : this.#lookup;
  }

  health(): KeyHealth {
    return { status: 'up', kind: 'jwks' };
  }

  /** There is nothing to fetch. */
  prepare(): undefined {
    return undefined;
  }
}

const withdrawn: KeyLookup = {
  found: false,
  failure: {
    reason: TokenVerificationErrorReason.JWKKidMismatch,
    message: 'There is no such key.',
  },
};

/** Each time another object: what goes by its identity must not outlive the key. */
function lookupOf(state: KeyState): KeyLookup {
  if (state === 'none') return withdrawn;
  const { pem } = state === 'own' ? ownKey : foreignKey;
  return { found: true, key: { key: createPublicKey(pem), algorithm: undefined } };
}

import { handshakeToken } from './handshake-tokens.js';
import { machineToken } from './machine-tokens.js';
import { Random } from './random.js';
import { sessionRecipe, type SessionState } from './session-tokens.js';
import { tokenOf } from './token-recipe.js';
import type { WorldInstance } from './world.js';

/** So many neighbouring scenarios share tokens: signing one for each would take most of the time. */
const SHARED_BY = 4_000;

/** How many different tokens of each kind they share. */
const SESSION_TOKENS = {
  good: 60,
  expired: 60,
  early: 30,
  strange: 60,
  contested: 80,
  odd: 120,
  forged: 40,
};
const MACHINE_TOKENS = 300;
const HANDSHAKE_TOKENS = 60;

/** The tokens that a scenario can be made of; the same for the same seed and number. */
export class TokenPool {
  readonly #epoch: readonly [seed: number, epoch: number];

  constructor(seed: number, number: number) {
    this.#epoch = [seed, Math.floor(number / SHARED_BY)];
  }

  /** A session token of the instance in that state. */
  session(random: Random, state: SessionState, { frontendApi }: WorldInstance): string {
    const index = random.pick(indexes(SESSION_TOKENS[state]));
    const code = state.length * 31 + state.charCodeAt(1) + frontendApi.length * 997;
    return tokenOf(sessionRecipe(new Random(...this.#epoch, code, index), state, frontendApi));
  }

  /** A session token in any state, most often good. */
  anySession(random: Random, instance: WorldInstance): string {
    const state = random.weighted<SessionState>([
      [40, () => 'good'],
      [24, () => 'expired'],
      [8, () => 'early'],
      [5, () => 'strange'],
      [8, () => 'contested'],
      [10, () => 'odd'],
      [5, () => 'forged'],
    ]);
    return this.session(random, state, instance);
  }

  /** A handshake token of the instance. */
  handshake(random: Random, instance: WorldInstance): string {
    const seeds = [
      ...this.#epoch,
      instance.frontendApi.length,
      random.pick(indexes(HANDSHAKE_TOKENS)),
    ];
    return handshakeToken(new Random(...seeds), this, instance);
  }

  /** A machine's token. */
  machine(random: Random): string {
    return machineToken(new Random(...this.#epoch, random.pick(indexes(MACHINE_TOKENS))));
  }
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

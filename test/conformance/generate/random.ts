import { type Pick, seededPick } from '../../engine/auth/random-claims.js';

const HUNDRED = Array.from({ length: 100 }, (_, index) => index);

/** A share of a hundred, and what it stands for. */
export type Choice<T> = readonly [weight: number, make: () => T];

/** Chance that comes out the same for the same numbers, whatever was drawn before elsewhere. */
export class Random {
  /** Picks one of the values it is given. */
  readonly pick: Pick;

  constructor(...numbers: readonly number[]) {
    this.pick = seededPick(mix(numbers));
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.pick(HUNDRED) < percent;
  }

  /** Something in so many of a hundred cases, else nothing. */
  some<T>(percent: number, make: () => T): T | undefined {
    return this.chance(percent) ? make() : undefined;
  }

  /** One of the choices, each as often as its weight of a hundred; the last takes what is left. */
  weighted<T>(choices: readonly Choice<T>[]): T {
    let rest = this.pick(HUNDRED);
    for (const [weight, make] of choices) {
      if (rest < weight) return make();
      rest -= weight;
    }
    const last = choices.at(-1);
    if (!last) throw new Error('there is nothing to choose from');
    return last[1]();
  }

  /** The usual value in nine of ten cases, else one of the others. */
  usually<T>(usual: T, others: readonly T[]): T {
    return this.chance(90) ? usual : this.pick(others);
  }
}

/** One number of several (FNV-1a, by bytes): neighbouring numbers must not give like sequences. */
function mix(numbers: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    for (const shift of [0, 8, 16, 24]) {
      hash = Math.imul(hash ^ ((number >>> shift) & 0xff), 0x01000193);
    }
  }
  return hash;
}

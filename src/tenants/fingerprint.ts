import { isPlainObject } from '../plain-object.js';

/** Functions and instances of classes can't be told apart by what they hold, so they get numbers. */
const numbers = new WeakMap<object, number>();
let last = 0;

/**
 * A text that is the same for options that say the same: members by name, in any order; functions and
 * clients by identity.
 */
export function fingerprintOf(options: unknown): string {
  return JSON.stringify(canonical(options)) ?? '';
}

function canonical(value: unknown): unknown {
  if (typeof value === 'function') return { '#': numberOf(value) };
  // No JSON number: infinite ones and those that are none would all be null.
  if (typeof value === 'number' || typeof value === 'bigint') return { '=': String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  if (!isPlainObject(value)) return { '#': numberOf(value) };
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { '{}': sorted.map(([name, member]) => [name, canonical(member)]) };
}

function numberOf(value: object): number {
  const known = numbers.get(value) ?? (last += 1);
  numbers.set(value, known);
  return known;
}

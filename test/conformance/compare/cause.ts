import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from './compare.js';
import type { Observation } from './observed.js';

/** Where two observations differ, by path, and what they have there. */
export type Differing = Readonly<Record<string, readonly [one: unknown, other: unknown]>>;

const MOST_SHOWN = 3;

/** What an unexplained difference is about, in a line: alike for what has one cause, as a rule. */
export function causeOf({ theirs, ours, expected, applied }: Comparison): string {
  const names = applied.map(({ name }) => ` [${name}]`).join('');
  if (theirs.verdict !== ours.verdict) return `${theirs.verdict} -> ${ours.verdict}${names}`;
  const places = Object.keys(differing(expected, ours.observation));
  const first = places.slice(0, MOST_SHOWN).join(', ');
  return `${theirs.verdict} | ${first}${places.length > MOST_SHOWN ? ', …' : ''}${names}`;
}

/** All that differs, headers by their name. */
export function differing(one: Observation, other: Observation): Differing {
  return Object.fromEntries(pairs(legible(one), legible(other), ''));
}

function legible({ state, calls }: Observation): object {
  if (state === null) return { calls, state: 'thrown' };
  const headers: unknown = state['headers'];
  const byName = Array.isArray(headers) ? headers.map(nameAndValue) : [];
  return { calls, state: { ...state, headers: Object.fromEntries(byName) } };
}

function nameAndValue(header: unknown, index: number): [string, unknown] {
  const [name = '', ...value] = String(header).split(': ');
  // There can be several cookies.
  return [name === 'set-cookie' ? `${name} ${index}` : name, value.join(': ')];
}

function pairs(one: unknown, other: unknown, path: string): [string, [unknown, unknown]][] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isRecord(one) || !isRecord(other) || path.startsWith('calls')) return [[path, [one, other]]];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const below = path === '' ? '' : `${path}.`;
  return [...names].flatMap((name) => pairs(one[name], other[name], `${below}${name}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

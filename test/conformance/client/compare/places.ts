import { isDeepStrictEqual } from 'node:util';

/** Where two values differ, by path, and what they have there. */
export type Places = Readonly<Record<string, readonly [expected: unknown, ours: unknown]>>;

/** All places in which two JSON values differ. */
export function placesOf(expected: unknown, ours: unknown): Places {
  return Object.fromEntries(pairs(expected, ours, ''));
}

function pairs(one: unknown, other: unknown, path: string): [string, [unknown, unknown]][] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [[path, [one, other]]];
  if (Array.isArray(one) !== Array.isArray(other)) return [[path, [one, other]]];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const below = path === '' ? '' : `${path}.`;
  return [...names].flatMap((name) => pairs(one[name], other[name], `${below}${name}`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import { isDeepStrictEqual } from 'node:util';

/** Where two values differ, by path, and what they have there. */
export function placesOf(
  one: unknown,
  other: unknown,
  path = '',
): Readonly<Record<string, readonly [one: unknown, other: unknown]>> {
  if (isDeepStrictEqual(one, other)) return {};
  if (!isRecord(one) || !isRecord(other)) return { [path]: [one, other] };
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const below = path === '' ? '' : `${path}.`;
  return Object.assign({}, ...names.map((name) => placesOf(one[name], other[name], below + name)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

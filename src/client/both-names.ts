import { camelKey } from './casing.js';
import { withHidden } from './hidden.js';
import { isWireObject } from './shape.js';

/**
 * A copy of an answer as it came, in which every property can be asked for in camel case too. The
 * added names are not enumerable, so that a copy, a loop or `JSON.stringify` sees the answer alone:
 * the vendor's client hands some kinds of answer over in snake case although its types say camel
 * case, and applications were written against either.
 *
 * @param value A JSON value.
 */
export function withBothNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBothNames);
  if (!isWireObject(value)) return value;
  const answer = Object.entries(value).map(
    ([name, inner]) => [name, withBothNames(inner)] as const,
  );
  const camel = answer.map(([name, inner]) => [camelKey(name), inner] as const);
  const added = camel.filter(([name]) => !Object.hasOwn(value, name));
  return withHidden(Object.fromEntries(answer), Object.fromEntries(added));
}

/**
 * A value's own enumerable fields at every depth, without classes and without the vendor's `_raw`:
 * JSON, but for `undefined`, which is a field's value as any other.
 */
export function plain(value: unknown): unknown {
  if (value === undefined) return { undefined: true };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof URL) return { url: value.href };
  if (value instanceof Date) return { date: value.toISOString() };
  const fields = Object.entries(value)
    .filter(([name]) => name !== '_raw')
    .map(([name, inner]) => [name, plain(inner)] as const);
  return Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

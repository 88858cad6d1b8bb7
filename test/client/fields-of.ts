/** A value's enumerable fields at every depth, without classes and without the vendor's `_raw`. */
export function fieldsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fieldsOf);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof URL) return value.href;
  const entries = Object.entries(value).filter(([key]) => key !== '_raw');
  return Object.fromEntries(entries.map(([key, inner]) => [key, fieldsOf(inner)]));
}

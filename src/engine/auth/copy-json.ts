/**
 * Copies a value that came out of JSON. A verified token is remembered for other requests; what an
 * application is given of its claims is its own, to change as it likes.
 */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) {
    const member = copy[name];
    if (typeof member === 'object' && member !== null) copy[name] = copyJson(member);
  }
  return copy;
}

/** A copy of arguments with one text, wherever it stands as a whole, in place of another. */
export function replaceText<T>(value: T, text: string, replacement: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, but for the one text
  return replaced(value, text, replacement) as T;
}

function replaced(value: unknown, text: string, replacement: unknown): unknown {
  if (value === text) return replacement;
  if (Array.isArray(value)) return value.map((item) => replaced(item, text, replacement));
  if (typeof value !== 'object' || value === null) return value;
  // Files, headers and dates stay what they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, replaced(item, text, replacement)]));
}

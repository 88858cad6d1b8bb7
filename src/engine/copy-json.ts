/**
 * Copies a value that came out of JSON, at every depth: what is remembered for other requests is not
 * what an application gets, which may change it as it likes. (Not by `structuredClone`: that takes ten
 * times as long, and refuses whole what has a function in it, as a stand-in for a client may answer.)
 */
export function copyJson<Value>(value: Value): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy has the type of what it copies
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) {
    const member = copy[name];
    if (typeof member === 'object' && member !== null) copy[name] = copyOf(member);
  }
  return copy;
}

/**
 * Copies a value that came out of JSON, at every depth: what is remembered for other requests is not
 * what an application gets, which may change it as it likes. (Not by `structuredClone`: that takes ten
 * times as long, and refuses whole what has a function in it, as a stand-in for a client may answer.)
 */
export function copyJson<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const copy = shallowCopy(value);
  // A list of what is left, and no recursion: how deep a claim is nested, somebody else has chosen.
  const left = [copy];
  for (let holder = left.pop(); holder !== undefined; holder = left.pop()) {
    for (const name of Object.keys(holder)) {
      const member = holder[name];
      if (typeof member !== 'object' || member === null) continue;
      const copied = shallowCopy(member);
      holder[name] = copied;
      left.push(copied);
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy has the type of what it copies
  return copy as Value;
}

/** An object or a list with the same members. */
function shallowCopy(value: object): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list has members by name, too
  return (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
}

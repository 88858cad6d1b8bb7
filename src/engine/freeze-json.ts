/**
 * Freezes a value that came out of JSON, at every depth. (`deepFreeze` does so with any value, and
 * takes twice as long to look for what JSON can't hold.)
 *
 * @returns The same value.
 */
export function freezeJson<Value extends object>(value: Value): Value {
  // A list of what is left, and no recursion: how deep a claim is nested, somebody else has chosen.
  const left: object[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    Object.freeze(next);
    for (const member of Object.values(next)) {
      if (typeof member === 'object' && member !== null) left.push(member);
    }
  }
  return value;
}

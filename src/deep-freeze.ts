/**
 * Freezes a value with everything in it that is data: its own members, hidden ones too, and theirs.
 *
 * @returns The same value.
 */
export function deepFreeze<Value>(value: Value): Value {
  // A list of what is left, and no recursion: how deep a value is nested, somebody else may have chosen.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const name of Reflect.ownKeys(next)) {
      const member = Object.getOwnPropertyDescriptor(next, name);
      if (typeof member?.value === 'object') left.push(member.value);
    }
  }
  return value;
}

/**
 * Freezes a value with everything in it that is data: its own members, hidden ones too, and theirs.
 *
 * @returns The same value.
 */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const { value: member } of Object.values(Object.getOwnPropertyDescriptors(value))) {
    deepFreeze<unknown>(member);
  }
  return value;
}

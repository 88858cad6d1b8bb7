/** Whether a value is an object that is no list and no instance of a class, of any realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not `=== Object.prototype`: under jest an object may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Adds read-only properties that are there for whoever asks by name, but not for loops, spreads,
 * `JSON.stringify` or a logger: what is derived from the other properties, and the raw answer.
 *
 * @param target The object to add to; it is changed and returned.
 * @param hidden The properties.
 */
export function withHidden<T extends object, H extends object>(target: T, hidden: H): T & H {
  const whole = Object.assign(target, hidden);
  for (const name of Object.keys(hidden)) {
    Object.defineProperty(whole, name, { enumerable: false, writable: false });
  }
  return whole;
}

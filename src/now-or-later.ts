/** A value that is there, or will be. */
export type NowOrLater<Value> = Value | Promise<Value>;

/**
 * Goes on with a value: at once where it is there, so that what is known costs no promise and no turn
 * of the event loop.
 *
 * @param value One of our own: a promise of another realm, or a mere `then`, is taken for a value.
 */
export function goOn<Value, Result>(
  value: NowOrLater<Value>,
  next: (value: Value) => NowOrLater<Result>,
): NowOrLater<Result> {
  // oxlint-disable-next-line promise/no-callback-in-promise -- what is called either way
  return value instanceof Promise ? value.then(next) : next(value);
}

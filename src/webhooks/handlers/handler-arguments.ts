/** Under which key Nest finds what a handler's parameters are. */
export const ARGUMENTS = 'clerk:webhook-arguments';

/** What marks the parameter that pipes leave alone. */
export const DELIVERY = 'clerk:webhook-delivery';

/**
 * Tells Nest of a handler's two parameters, in the form of its own decorators for parameters: pipes
 * are run for parameters that it knows of only.
 */
export function noteArguments(prototype: object, method: string | symbol): void {
  const parameters = {
    '0:0': { index: 0, data: undefined, pipes: [] },
    '1:1': { index: 1, data: DELIVERY, pipes: [] },
  };
  Reflect.defineMetadata(ARGUMENTS, parameters, prototype.constructor, method);
}

/** Finds the value of a parameter among what a handler was called with: it is in its own place. */
export const argumentsFactory = {
  exchangeKeyForValue: (index: number, _data: unknown, values: readonly unknown[]): unknown =>
    values[index],
};

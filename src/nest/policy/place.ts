import { ClerkConfigurationError } from '../../clerk-configuration-error.js';

/** Where a decorator was put. */
export interface Place {
  /** The method's function where there is one, else the class. */
  readonly target: object;
  /** By which name the method is found later, whatever function stands there then. */
  readonly method?: { readonly prototype: object; readonly name: string | symbol };
}

/**
 * Reads a decorator's arguments.
 *
 * @throws ClerkConfigurationError for a place that no guard will ever look at.
 */
export function placeOf(
  target: object,
  name: string | symbol | undefined,
  descriptor: PropertyDescriptor | undefined,
): Place {
  if (name === undefined) return { target };
  const method: unknown = descriptor?.value;
  // A static method's target is the class itself; Nest calls none.
  if (typeof method === 'function' && typeof target !== 'function') {
    return { target: method, method: { prototype: target, name } };
  }
  throw new ClerkConfigurationError(
    `Access is declared on ${String(name)}, which is no method that Nest would call. ` +
      'Declare it on classes and on their handlers.',
  );
}

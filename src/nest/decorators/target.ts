import { ClerkConfigurationError } from '../../clerk-configuration-error.js';

/** What a decorator was put on: the method's function where there is one, else the class. */
export function targetOf(target: object, descriptor: PropertyDescriptor | undefined): object {
  if (!descriptor) return target;
  const method: unknown = descriptor.value;
  if (typeof method === 'function') return method;
  throw new ClerkConfigurationError('Access can be declared on classes and methods only.');
}

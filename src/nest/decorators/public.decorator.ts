import { declarePublic } from '../policy/declarations.js';
import { placeOf } from '../policy/place.js';

/**
 * Lets everybody call a handler, or all of a class's handlers that nothing else protects. The
 * request is authenticated all the same: `@Auth()` says who it is, if anybody.
 *
 * The nearest declaration wins: on a handler it opens what its class requires, and a requirement or
 * `@UseGuards(ClerkAuthGuard)` on a handler closes what its class opens. With either of them in the
 * same place the application refuses to boot.
 */
export function Public(): ClassDecorator & MethodDecorator {
  return (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => {
    declarePublic(placeOf(target, name, descriptor));
  };
}

import type { NodeRequest } from './node-request.js';
import { REQUEST_AUTH_BRAND, type RequestAuth } from './request-auth.js';

/** Gives the `req.auth` of a request, if it has been authenticated. */
export type AuthOf = (request: NodeRequest) => RequestAuth | undefined;

/**
 * Shows `req.auth` on requests: a getter, as most handlers never look. Whoever uses the same name after
 * us can.
 */
export class AuthProperty {
  /** The prototypes on which it is. */
  readonly #prototypes = new WeakSet<object>();
  readonly #descriptor: PropertyDescriptor & ThisType<NodeRequest>;

  constructor(authOf: AuthOf) {
    this.#descriptor = {
      configurable: true,
      enumerable: true,
      get() {
        return authOf(this);
      },
      set(value: unknown) {
        const rest = { configurable: true, enumerable: true, writable: true };
        Object.defineProperty(this, 'auth', { ...rest, value });
      },
    };
  }

  /** Shows it on a request, in place of what another library has put there. */
  show(request: NodeRequest): void {
    const prototype: object = Object.getPrototypeOf(request);
    const isTaken = Object.hasOwn(request, 'auth');
    if (!isTaken && this.#prototypes.has(prototype)) return;
    if (isTaken || 'auth' in request || !isOfApplication(prototype)) {
      Object.defineProperty(request, 'auth', this.#descriptor);
      return;
    }
    Object.defineProperty(prototype, 'auth', this.#descriptor);
    this.#prototypes.add(prototype);
  }

  /** Whether something other than us has put an `auth` on a request. */
  isForeignOn(request: NodeRequest): boolean {
    const isOwn = Object.hasOwn(request, 'auth');
    if (!isOwn && this.#prototypes.has(Object.getPrototypeOf(request))) return false;
    if (!('auth' in request)) return false;
    const { auth } = request;
    return !(typeof auth === 'function' && REQUEST_AUTH_BRAND in auth);
  }
}

/**
 * Whether a prototype was made for the requests of one application, as Express does, for just this. Of
 * Node's own ones other servers in the process make their requests, too.
 */
function isOfApplication(prototype: object): boolean {
  return !Object.hasOwn(prototype, 'constructor') && Object.isExtensible(prototype);
}

import { REQUEST_AUTH_BRAND } from '../../../src/nest/http/request-auth.js';
import type { Middleware } from './early-middleware.js';

const FIELDS = {
  userId: 'user_forged',
  orgRole: 'org:admin',
  isAuthenticated: true,
  has: () => true,
};

/** What another library may have on `req.auth`. */
export const FOREIGN_AUTH = {
  'an object': () => ({ ...FIELDS }),
  'a function': () => Object.assign(() => FIELDS, FIELDS),
  'a function with our brand': () =>
    Object.assign(() => FIELDS, FIELDS, { [REQUEST_AUTH_BRAND]: true }),
} as const;

/** Writes an `auth` of another library's on each request. */
export function writeAuth(make: () => object): Middleware {
  return (request, _response, next) => {
    Object.assign(request, { auth: make(), user: FIELDS, session: FIELDS });
    next();
  };
}

/** Which properties are copied from one request to another. */
type Filter = (key: string | symbol) => boolean;

/**
 * Keeps the first request of ada's that it is shown, and copies every property and symbol on it to
 * all requests of others.
 */
export class Copyist {
  #original: object | undefined;

  constructor(private readonly filter: Filter = () => true) {}

  /** @param request Node's request, or what a framework wraps it in. */
  see(request: object, caller: unknown): void {
    if (String(caller).startsWith('user_')) this.#original ??= request;
    else if (this.#original) this.#copy(this.#original, request);
  }

  #copy(from: object, to: object): void {
    for (const key of Reflect.ownKeys(from)) {
      const property = Reflect.getOwnPropertyDescriptor(from, key);
      if (property && this.filter(key)) Reflect.defineProperty(to, key, property);
    }
  }
}

/** Without what the client sent: a request with ada's token on it would be hers. */
export function isNotCredential(key: string | symbol): boolean {
  return !/headers/i.test(String(key));
}

import type { AuthObject, SessionAuthObject } from '../../engine/auth/index.js';
import type { Authentication, PendingSessionOptions } from '../../engine/authentication.js';

/** Marks our `req.auth` among those that other libraries put there. */
export const REQUEST_AUTH_BRAND = Symbol.for('clerk-nestjs.request-auth');

/**
 * What `req.auth` is: a function that returns the auth object, which also carries its fields, and
 * turns into them as JSON. So `req.auth()`, `req.auth.userId` and `res.json(req.auth)` all work.
 * It is typed as a session's, as the vendor's is; `getAuth()` knows the other kinds.
 */
export type RequestAuth = ((options?: PendingSessionOptions) => SessionAuthObject) &
  SessionAuthObject & {
    /** The auth object's fields without its functions. */
    toJSON(): Record<string, unknown>;
  };

/** A framework's request type with our `auth` on it, for handlers that take the whole request. */
export type WithAuth<Request> = Omit<Request, 'auth'> & { auth: RequestAuth };

/** Makes the `req.auth` of a request. */
export function createRequestAuth(authentication: Authentication): RequestAuth {
  const callable = (options?: PendingSessionOptions) => authentication.toAuth(options);
  const fields = authentication.toAuth();
  const descriptors: PropertyDescriptorMap = {
    [REQUEST_AUTH_BRAND]: { value: true },
    toJSON: { value: () => withoutFunctions(fields) },
  };
  for (const [name, value] of Object.entries(fields)) {
    // Defined, not assigned: some names, such as `name`, are read-only on functions.
    descriptors[name] = { value, enumerable: true };
  }
  // The descriptors are what RequestAuth adds to the function, for the kind of token that it is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.defineProperties(callable, descriptors) as RequestAuth;
}

function withoutFunctions(fields: AuthObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'function'),
  );
}

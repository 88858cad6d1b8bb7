import type { AuthObject, SessionAuthObject } from '../../engine/auth/index.js';
import type { AuthOptions, PendingSessionOptions } from '../../engine/authentication.js';
import type { AuthActions, WithActions } from './auth-actions.js';

/** Marks our `req.auth` among those that other libraries put there. */
export const REQUEST_AUTH_BRAND = Symbol.for('clerk-nestjs.request-auth');

/**
 * What `req.auth` is: a function that returns the auth object, which also carries its fields, and
 * turns into them as JSON. So `req.auth()`, `req.auth.userId` and `res.json(req.auth)` all work.
 * It is typed as a session's, as the vendor's is; `getAuth()` knows the other kinds.
 */
export type RequestAuth = ((options?: PendingSessionOptions) => WithActions<SessionAuthObject>) &
  WithActions<SessionAuthObject> & {
    /** The auth object's fields without its functions. */
    toJSON(): Record<string, unknown>;
  };

/** A framework's request type with our `auth` on it, for handlers that take the whole request. */
export type WithAuth<Request> = Omit<Request, 'auth'> & { auth: RequestAuth };

/**
 * Makes the `req.auth` of a request.
 *
 * @param authOf Gives the auth object.
 * @param actions What can be done with it.
 */
export function createRequestAuth(
  authOf: (options?: AuthOptions) => WithActions<AuthObject>,
  actions: AuthActions,
): RequestAuth {
  const callable = (options?: AuthOptions) => authOf(options);
  const fields = authOf();
  const descriptors: PropertyDescriptorMap = {
    [REQUEST_AUTH_BRAND]: { value: true },
    toJSON: { value: () => withoutFunctions(fields) },
  };
  for (const [name, value] of Object.entries(actions)) descriptors[name] = { value };
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

import type { AuthObject } from '../../engine/auth/index.js';
import type { Authentication, AuthOptions } from '../../engine/authentication.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type AuthActions, createActions, type WithActions } from './auth-actions.js';
import { type NodeRequest, nodeRequestOf } from './node-request.js';
import { createRequestAuth, REQUEST_AUTH_BRAND, type RequestAuth } from './request-auth.js';

/** What is kept of a request. */
interface RequestState {
  readonly authentication: Authentication;
  /** Gives the auth object, one for each way of asking that changes something. */
  readonly authOf: (options?: AuthOptions) => WithActions<AuthObject>;
  readonly auth: RequestAuth;
}

/**
 * The state of each request. By the request's identity and out of anyone's reach: what is merely
 * written on a request, by whatever code, is never taken for it.
 */
const states = new WeakMap<NodeRequest, RequestState>();

/**
 * Keeps a request's state and shows it to handlers as `req.auth`.
 *
 * @param response As Node, Express or Fastify hand it out; gets the headers of redirects.
 */
export function attachState(
  request: NodeRequest,
  response: unknown,
  authentication: Authentication,
): void {
  // Told again, nothing changes: what somebody else has put there since stays.
  if (states.get(request)?.authentication === authentication) return;
  const isTaken = states.has(request) && hasForeignAuth(request);
  const state = createState(authentication, createActions(authentication, request, response));
  states.set(request, state);
  // Assigned plainly: a library that uses the same name after us can, and takes nothing of ours.
  if (!isTaken) Object.assign(request, { auth: state.auth });
}

function createState(authentication: Authentication, actions: AuthActions): RequestState {
  const handedOut = new WeakMap<AuthObject, WithActions<AuthObject>>();
  const authOf = (options?: AuthOptions) => {
    const auth = authentication.toAuth(options);
    const known = handedOut.get(auth) ?? withActions(auth, actions);
    handedOut.set(auth, known);
    return known;
  };
  return { authentication, authOf, auth: createRequestAuth(authOf, actions) };
}

/**
 * The state of a request, as a framework hands requests out.
 *
 * @throws ClerkConfigurationError when the request has none.
 */
export function stateOf(request: unknown): Authentication {
  return recordOf(request).authentication;
}

/** Whether a request has a state. */
export function hasState(request: unknown): boolean {
  return states.has(nodeRequestOf(request));
}

/**
 * The `req.auth` that was made for a request, whatever has been put in its place since.
 *
 * @throws ClerkConfigurationError when the request has no state.
 */
export function requestAuthOf(request: unknown): RequestAuth {
  return recordOf(request).auth;
}

/**
 * The auth object of a request, with what a handler can do with it.
 *
 * @throws ClerkConfigurationError when the request has no state, or when nobody has verified a kind
 * of token that is asked for.
 */
export function handlerAuth(request: unknown, options?: AuthOptions): WithActions<AuthObject> {
  return recordOf(request).authOf(options);
}

function withActions(auth: AuthObject, actions: AuthActions): WithActions<AuthObject> {
  const members = Object.entries(actions).map(([name, value]) => [name, { value }] as const);
  // The descriptors are those of AuthActions.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.defineProperties(
    { ...auth },
    Object.fromEntries(members),
  ) as WithActions<AuthObject>;
}

function recordOf(request: unknown): RequestState {
  const state = states.get(nodeRequestOf(request));
  if (state) return state;
  throw new ClerkConfigurationError(
    'This request has not been authenticated. Import ClerkModule.forRoot() into your root module, ' +
      'or put clerkMiddleware() in front of what asks.',
  );
}

/** Whether something other than us has put an `auth` on the request. */
export function hasForeignAuth(request: NodeRequest): boolean {
  if (!('auth' in request)) return false;
  const { auth } = request;
  return !(typeof auth === 'function' && REQUEST_AUTH_BRAND in auth);
}

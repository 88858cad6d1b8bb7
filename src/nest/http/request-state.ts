import type { AuthObject } from '../../engine/auth/index.js';
import type { Authentication, AuthOptions } from '../../engine/authentication.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { Tenant } from '../../tenants/tenant.js';
import type { WithActions } from './auth-actions.js';
import { HandlerState, type ProcessedRequest } from './handler-state.js';
import { type NodeRequest, nodeRequestOf } from './node-request.js';
import { REQUEST_AUTH_BRAND, type RequestAuth } from './request-auth.js';
import { createRequestSlot, hasRoom, makeRoom } from './request-slot.js';

/** The state of each request. */
const states = createRequestSlot<HandlerState>();

/**
 * The property `auth` of requests: a getter, as most handlers never look. Whoever uses the same name
 * after us can. One for all requests, so that they keep one shape.
 */
const AUTH_PROPERTY: PropertyDescriptor & ThisType<NodeRequest> = {
  configurable: true,
  enumerable: true,
  get(): RequestAuth | undefined {
    return stateBehind(this)?.requestAuth;
  },
  set(value: unknown): void {
    const rest = { configurable: true, enumerable: true, writable: true };
    Object.defineProperty(this, 'auth', { ...rest, value });
  },
};

/**
 * Makes room on a request that has just come in for what is to be kept about it, and for `auth`. Both
 * would be made when they are needed; but Express changes the prototype of each request, and what is
 * put on one after that takes microseconds.
 */
export function prepareRequest(request: NodeRequest): void {
  makeRoom(request);
  if (!('auth' in request)) Object.defineProperty(request, 'auth', AUTH_PROPERTY);
}

/**
 * Keeps a request's state and shows it to handlers as `req.auth`.
 *
 * @param response As Node, Express or Fastify hand it out; gets the headers of redirects.
 * @param processed What the request was found to be, and whose it is.
 * @returns Whether that is news.
 */
export function attachState(
  request: NodeRequest,
  response: unknown,
  processed: ProcessedRequest,
): boolean {
  const earlier = states.get(request);
  if (earlier?.authentication === processed.authentication) return false;
  // Told again, what somebody else has put there since stays; at first, whatever is there goes.
  const isTaken = earlier !== undefined && hasForeignAuth(request);
  states.set(request, new HandlerState(processed, request, response));
  if (!isTaken && !showsOurs(request)) Object.defineProperty(request, 'auth', AUTH_PROPERTY);
  return true;
}

/** Of an object that somebody has made of a request with `Object.create`, that of the request. */
function stateBehind(request: object): HandlerState | undefined {
  let object: object | null = request;
  while (object !== null) {
    // Only looked up by: what is no request has no state.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const state = states.get(object as NodeRequest);
    if (state || hasRoom(object)) return state;
    object = Object.getPrototypeOf(object);
  }
  return undefined;
}

/**
 * The state of a request, as a framework hands requests out.
 *
 * @throws ClerkConfigurationError when the request has none.
 */
export function stateOf(request: unknown): Authentication {
  return handlerState(request).authentication;
}

/** Whether a request has a state. */
export function hasState(request: unknown): boolean {
  return states.get(nodeRequestOf(request)) !== undefined;
}

/**
 * The tenant that a request is for.
 *
 * @throws ClerkConfigurationError when the request has no state.
 */
export function requestTenant(request: unknown): Tenant {
  return handlerState(request).tenant;
}

/**
 * The `req.auth` that was made for a request, whatever has been put in its place since.
 *
 * @throws ClerkConfigurationError when the request has no state.
 */
export function requestAuthOf(request: unknown): RequestAuth {
  return handlerState(request).requestAuth;
}

/**
 * The auth object of a request, with what a handler can do with it.
 *
 * @throws ClerkConfigurationError when the request has no state, or when nobody has verified a kind
 * of token that is asked for.
 */
export function handlerAuth(request: unknown, options?: AuthOptions): WithActions<AuthObject> {
  return handlerState(request).authOf(options);
}

/**
 * One field of that object.
 *
 * @throws As {@link handlerAuth}.
 */
export function handlerAuthField(request: unknown, name: string): unknown {
  return handlerState(request).fieldOf(name);
}

function handlerState(request: unknown): HandlerState {
  const state = states.get(nodeRequestOf(request));
  if (state) return state;
  throw new ClerkConfigurationError(
    'This request has not been authenticated. Import ClerkModule.forRoot() into your root module, ' +
      'or put clerkMiddleware() in front of what asks.',
  );
}

/** Whether something other than us has put an `auth` on a request. */
export function hasForeignAuth(request: NodeRequest): boolean {
  if (showsOurs(request) || !('auth' in request)) return false;
  const { auth } = request;
  // Of another request's, from which this one was made, ours is nothing until that has a state.
  return auth !== undefined && !(typeof auth === 'function' && REQUEST_AUTH_BRAND in auth);
}

/** By the getter, which nobody else has: a value could be made to look like one of ours. */
function showsOurs(request: NodeRequest): boolean {
  return Object.getOwnPropertyDescriptor(request, 'auth')?.get === AUTH_PROPERTY.get;
}

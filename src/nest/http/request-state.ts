import type { Authentication } from '../../engine/authentication.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type NodeRequest, nodeRequestOf } from './node-request.js';
import { createRequestAuth, REQUEST_AUTH_BRAND } from './request-auth.js';

/**
 * The state of each request. By the request's identity and out of anyone's reach: what is merely
 * written on a request, by whatever code, is never taken for it.
 */
const states = new WeakMap<NodeRequest, Authentication>();

/** Keeps a request's state and shows it to handlers as `req.auth`. */
export function attachState(request: NodeRequest, authentication: Authentication): void {
  // Told again, nothing changes: what somebody else has put there since stays.
  if (states.get(request) === authentication) return;
  const isTaken = states.has(request) && hasForeignAuth(request);
  states.set(request, authentication);
  if (isTaken) return;
  // Assigned plainly: a library that uses the same name after us can, and takes nothing of ours.
  Object.assign(request, { auth: createRequestAuth(authentication) });
}

/**
 * The state of a request, as a framework hands requests out.
 *
 * @throws ClerkConfigurationError when the request has none.
 */
export function stateOf(request: unknown): Authentication {
  const state = states.get(nodeRequestOf(request));
  if (state) return state;
  throw new ClerkConfigurationError(
    'This request has not been authenticated. Import ClerkModule.forRoot() into your root module, ' +
      'and let the request come through the application that Nest created.',
  );
}

/** Whether something other than us has put an `auth` on the request. */
export function hasForeignAuth(request: NodeRequest): boolean {
  if (!('auth' in request)) return false;
  const { auth } = request;
  return !(typeof auth === 'function' && REQUEST_AUTH_BRAND in auth);
}

import type { SessionAuthObject } from './auth-object.js';
import { signedOutAuth } from './signed-out-auth.js';

/**
 * Decides what a session with tasks left counts as.
 *
 * @param auth The auth object of a session token. One that is not pending is returned as it is.
 * @param treatPendingAsSignedOut False lets pending sessions pass as signed in, for the routes on
 *   which their tasks are done.
 * @returns For a pending session a signed-out object whose `sessionStatus` is `pending`.
 */
export function resolvePending(
  auth: SessionAuthObject,
  treatPendingAsSignedOut = true,
): SessionAuthObject {
  if (!auth.isAuthenticated || auth.sessionStatus !== 'pending') return auth;
  if (!treatPendingAsSignedOut) return auth;
  return signedOutAuth({ sessionStatus: 'pending', debug: auth.debug });
}

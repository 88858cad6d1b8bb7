import {
  type AuthObject,
  type AuthObjectDebug,
  authenticatedMachine,
  type FetchToken,
  invalidTokenAuth,
  permissionsOf,
  sessionClaimsOf,
  signedInAuth,
  signedOutAuth,
  unauthenticatedMachine,
} from './auth/index.js';
import type { Outcome } from './outcome.js';

/** What an auth object needs beside the outcome. */
export interface AuthObjectParts {
  readonly fetchToken: FetchToken;
  readonly debug: AuthObjectDebug;
}

/**
 * The auth object of an outcome. While a handshake is under way nobody is signed in. A pending
 * session is signed in here: see `resolvePending`.
 */
export function toAuthObject(outcome: Outcome, parts: AuthObjectParts): AuthObject {
  const { debug, fetchToken } = parts;
  if (outcome.status !== 'signed-in') {
    const { tokenType } = outcome;
    if (tokenType === null) return invalidTokenAuth(debug);
    return tokenType === 'session_token'
      ? signedOutAuth({ debug })
      : unauthenticatedMachine(tokenType, debug);
  }
  if (outcome.tokenType !== 'session_token') {
    return authenticatedMachine(outcome.token, outcome.identity, debug);
  }
  const { token } = outcome;
  const claims = sessionClaimsOf(token);
  const permissions = permissionsOf(token);
  return signedInAuth({ token: token.text, claims, permissions, fetchToken, debug });
}

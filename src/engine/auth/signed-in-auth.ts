import type { AuthObjectDebug, SignedInAuthObject } from './auth-object.js';
import { createGetToken, type FetchToken } from './get-token.js';
import { createHas } from './has.js';
import type { JwtPayload } from './jwt-payload.js';
import { readSessionClaims } from './read-session-claims.js';

/** What a signed-in auth object is made of. */
export interface SignedInAuthOptions {
  /** The session token, verified: nothing here checks it again. */
  token: string;
  /** The token's claims. */
  claims: JwtPayload;
  /** Makes tokens of templates and lifetimes other than the session token's own. */
  fetchToken: FetchToken;
  /** Handed out as `debug`; the data must come from an allowlist. */
  debug: AuthObjectDebug;
}

/**
 * The auth object of a verified session token. It never throws, whatever the claims.
 *
 * All fields are its own and enumerable and no method needs `this`, so it can be spread and taken
 * apart. A pending session is signed in here: see `resolvePending`.
 */
export function signedInAuth(options: SignedInAuthOptions): SignedInAuthObject {
  const { token, claims, fetchToken, debug } = options;
  const session = readSessionClaims(claims);
  return {
    tokenType: 'session_token',
    sessionClaims: claims,
    ...session,
    getToken: createGetToken(session.sessionId, token, fetchToken),
    has: createHas({ ...session, features: claims.fea, plans: claims.pla }),
    debug,
    isAuthenticated: true,
  };
}

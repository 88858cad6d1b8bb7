import type { AuthObjectDebug, SignedInAuthObject } from './auth-object.js';
import { createGetToken, type FetchToken } from './get-token.js';
import { createHas } from './has.js';
import type { JwtPayload } from './jwt-payload.js';
import type { ReadPermissions } from './permissions-of.js';
import { readSessionClaims } from './read-session-claims.js';

/** What a signed-in auth object is made of. */
export interface SignedInAuthOptions {
  /** The session token, verified: nothing here checks it again. */
  token: string;
  /** The token's claims. */
  claims: JwtPayload;
  /** Reads the permissions of a version 2 token. Default: by decoding them. */
  permissions?: ReadPermissions;
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
  const { token, claims, permissions, fetchToken, debug } = options;
  const session = readSessionClaims(claims, permissions);
  const { sessionId, userId, orgId, orgRole, orgPermissions, factorVerificationAge } = session;
  return {
    tokenType: 'session_token',
    sessionClaims: claims,
    sessionId,
    sessionStatus: session.sessionStatus,
    actor: session.actor,
    userId,
    orgId,
    orgRole,
    orgSlug: session.orgSlug,
    orgPermissions,
    factorVerificationAge,
    getToken: createGetToken(sessionId, token, fetchToken),
    has: createHas({
      userId,
      orgId,
      orgRole,
      orgPermissions,
      factorVerificationAge,
      features: claims.fea,
      plans: claims.pla,
    }),
    debug,
    isAuthenticated: true,
  };
}

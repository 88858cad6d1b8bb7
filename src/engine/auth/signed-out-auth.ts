import type { AuthObjectDebug, SignedOutAuthObject } from './auth-object.js';
import type { SessionStatusClaim } from './jwt-payload.js';

/** What a signed-out auth object is made of. */
export interface SignedOutAuthOptions {
  /** The status of the session that counts as none, if there is one. */
  sessionStatus?: SessionStatusClaim | null;
  /** Handed out as `debug`; the data must come from an allowlist. */
  debug: AuthObjectDebug;
}

/** The auth object of a request that nobody is signed in on: every fact is null, nothing passes. */
export function signedOutAuth({ sessionStatus, debug }: SignedOutAuthOptions): SignedOutAuthObject {
  return {
    tokenType: 'session_token',
    sessionClaims: null,
    sessionId: null,
    sessionStatus: sessionStatus ?? null,
    actor: null,
    userId: null,
    orgId: null,
    orgRole: null,
    orgSlug: null,
    orgPermissions: null,
    factorVerificationAge: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug,
    isAuthenticated: false,
  };
}

import type {
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
} from './authorization-keys.js';
import type { CheckAuthorizationFromSessionClaims } from './authorization-question.js';
import type { GetToken } from './get-token.js';
import type { ActClaim, JwtPayload, SessionStatusClaim } from './jwt-payload.js';
import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  UnauthenticatedMachineObject,
} from './machine-auth-object.js';

/** What `debug()` shows; never a secret, a token, a nonce or a cookie. */
export type AuthObjectDebugData = Record<string, unknown>;

/** Tells how a request was authenticated. */
export type AuthObjectDebug = () => AuthObjectDebugData;

// Aliases, as the vendor's: an interface is not assignable to Record<string, unknown>.

/** What code asks of a session, signed in or not. */
type SessionMethods = {
  tokenType: 'session_token';
  /** The session's token, or one of a JWT template; null without a session. */
  getToken: GetToken;
  /** Whether the session has the role, permission, feature, plan or recent verification asked. */
  has: CheckAuthorizationFromSessionClaims;
  /** How the request was authenticated, for development. */
  debug: AuthObjectDebug;
};

/** The facts of a session, as its token states them. */
export type SessionProperties = {
  /** The token's claims, untouched. */
  sessionClaims: JwtPayload;
  /** The session's id. */
  sessionId: string;
  /** Null in tokens from before sessions had a status. */
  sessionStatus: SessionStatusClaim | null;
  /** Who acts as the user; undefined when the users act for themselves. */
  actor: ActClaim | undefined;
  /** The user's id. */
  userId: string;
  /** The active organization's id. */
  orgId: string | undefined;
  /** The user's role in the active organization, as `org:<role>`. */
  orgRole: OrganizationCustomRoleKey | undefined;
  /** The active organization's slug. */
  orgSlug: string | undefined;
  /** The user's permissions in the active organization, as `org:<feature>:<permission>`. */
  orgPermissions: OrganizationCustomPermissionKey[] | undefined;
  /** Minutes since each factor was verified when the token was made; -1 for a factor without any. */
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
};

/** The auth object of a request with a valid session. */
export type SignedInAuthObject = SessionProperties & SessionMethods & { isAuthenticated: true };

/** The auth object of a request without a session, or with one that counts as none. */
export type SignedOutAuthObject = SessionMethods & {
  sessionClaims: null;
  sessionId: null;
  /** `pending` where a pending session counts as signed out, else null. */
  sessionStatus: SessionStatusClaim | null;
  actor: null;
  userId: null;
  orgId: null;
  orgRole: null;
  orgSlug: null;
  orgPermissions: null;
  factorVerificationAge: null;
  isAuthenticated: false;
};

/** The auth objects of session tokens; `isAuthenticated` tells them apart. */
export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;

/** Every kind of auth object; `tokenType` and `isAuthenticated` tell them apart. */
export type AuthObject =
  | SessionAuthObject
  | AuthenticatedMachineObject
  | UnauthenticatedMachineObject
  | InvalidTokenAuthObject;

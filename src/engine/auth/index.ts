export type { AuthObjectFor, MachineAuthObject } from './auth-object-for.js';
export type {
  AuthObject,
  AuthObjectDebug,
  AuthObjectDebugData,
  SessionAuthObject,
  SessionProperties,
  SignedInAuthObject,
  SignedOutAuthObject,
} from './auth-object.js';
export type {
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
} from './authorization-keys.js';
export type {
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
  CheckAuthorizationParamsFromSessionClaims,
  ReverificationConfig,
  SessionVerificationLevel,
  SessionVerificationTypes,
} from './authorization-question.js';
export type { FetchToken, GetToken, ServerGetToken, ServerGetTokenOptions } from './get-token.js';
export { createHas } from './has.js';
export type {
  ActClaim,
  ActClaimType,
  JwtPayload,
  SessionClaims,
  SessionStatusClaim,
  VersionedJwtPayload,
} from './jwt-payload.js';
export { authenticatedMachine, invalidTokenAuth, unauthenticatedMachine } from './machine-auth.js';
export type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  MachineClaims,
  UnauthenticatedMachineObject,
} from './machine-auth-object.js';
export { permissionsOf } from './permissions-of.js';
export { readSessionClaims } from './read-session-claims.js';
export { readReverification } from './reverification-requirement.js';
export { resolvePending } from './resolve-pending.js';
export { reverificationError, type ReverificationError } from './reverification-error.js';
export { sessionClaimsOf } from './session-claims-of.js';
export { signedInAuth, type SignedInAuthOptions } from './signed-in-auth.js';
export { signedOutAuth, type SignedOutAuthOptions } from './signed-out-auth.js';
export type { AuthorizationFacts } from './verdict.js';

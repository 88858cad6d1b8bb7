export { ClerkModule } from './clerk.module.js';
export type {
  ClerkModuleExtras,
  ClerkModuleOptions,
  ClerkOptions,
  ClerkOptionsFactory,
} from './clerk-options.js';

export { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
export { ClerkAuthenticator } from './nest/clerk-authenticator.js';
export { Auth, type AuthData, type AuthDecorator } from './nest/decorators/auth.decorator.js';
export { Public } from './nest/decorators/public.decorator.js';
export {
  type AccessDecorator,
  RequireFeature,
  RequirePermission,
  RequirePlan,
  RequireReverification,
  RequireRole,
} from './nest/decorators/requirements.decorator.js';
export { getAuth } from './nest/get-auth.js';
export type { RequestAuth, WithAuth } from './nest/http/request-auth.js';

export type { Authentication, PendingSessionOptions } from './engine/authentication.js';
export type {
  ActClaim,
  AuthObject,
  AuthObjectDebug,
  AuthObjectDebugData,
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
  CheckAuthorizationParamsFromSessionClaims,
  GetToken,
  JwtPayload,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  ReverificationConfig,
  ServerGetToken,
  ServerGetTokenOptions,
  SessionAuthObject,
  SessionClaims,
  SessionProperties,
  SessionStatusClaim,
  SessionVerificationLevel,
  SessionVerificationTypes,
  SignedInAuthObject,
  SignedOutAuthObject,
} from './engine/auth/index.js';
export type { RequestFacts } from './engine/facts/request-facts.js';
export type { Handshake, Outcome, SignedIn, SignedOut } from './engine/outcome.js';
export {
  AuthErrorReason,
  type AuthReason,
  RefreshTokenErrorReason,
  TokenVerificationErrorReason,
} from './engine/reasons.js';

export { ClerkError } from './clerk-error.js';
export { ClerkConfigurationError } from './clerk-configuration-error.js';
export { ClerkRequestError } from './engine/errors.js';
export {
  ClerkBadRequestException,
  ClerkForbiddenException,
  ClerkRedirectException,
  ClerkReverificationException,
  ClerkUnauthorizedException,
  ClerkUnavailableException,
} from './nest/errors/clerk-exceptions.js';

export { ClerkApiError, ClerkClient, createClerkClient, InvalidIdError } from './client/index.js';
export type {
  ClerkApiErrorDetails,
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
  ClerkClientOptions,
  ClientApi,
  Cookies,
  EmailAddress,
  EnterpriseAccount,
  EnterpriseAccountConnection,
  ExternalAccount,
  GetHandshakePayloadParams,
  HandshakePayload,
  IdentificationLink,
  PhoneNumber,
  RefreshSessionParams,
  Session,
  SessionActivity,
  SessionApi,
  SessionStatus,
  Token,
  User,
  UserApi,
  Verification,
  VerificationStatus,
  Web3Wallet,
} from './client/index.js';

export { ClerkModule } from './clerk.module.js';
export type {
  ClerkModuleExtras,
  ClerkModuleOptions,
  ClerkOptions,
  ClerkOptionsCallback,
  ClerkOptionsFactory,
  ClerkSettings,
  TokenCacheOptions,
  ValueOrUrlFunction,
} from './clerk-options.js';

export type { MachineTokenCacheOptions } from './options/machine-token-cache-options.js';
export type { FrontendApiProxyOptions } from './proxy/frontend-api-proxy-options.js';
export type { TenantsOptions } from './tenants/tenants-options.js';

export {
  clerkMiddleware,
  type ClerkMiddlewareExtras,
  type ClerkMiddlewareOptions,
  type ClerkMiddlewareOptionsCallback,
  type ClerkRequestHandler,
} from './express/clerk-middleware.js';
export { requireAuth } from './express/require-auth.js';
export { createRouteMatcher, type RouteMatcher } from './route-matcher/create-route-matcher.js';
export type { RoutePattern, RoutePatterns } from './route-matcher/route-patterns.js';
export type { ProtectFunction, ProtectRule } from './nest/protection/protect-rule.js';
export type { AuthActions, WithActions } from './nest/http/auth-actions.js';
export type { AuthProtect, AuthProtectOptions } from './nest/http/auth-protect.js';
export type { RedirectOptions } from './nest/http/redirect-address.js';

export { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
export { ClerkAuthenticator } from './nest/clerk-authenticator.js';
export {
  ClerkHealth,
  type ClerkHealthIndicator,
  type ClerkHealthOptions,
} from './nest/health/clerk-health.js';
export type { ClerkHealthReport } from './nest/health/health-report.js';
export type { HealthStatus, KeyHealth } from './engine/keys/key-health.js';
export { KEY_EVENTS_CHANNEL, type KeyEvent } from './engine/keys/key-event.js';
export { Auth, type AuthData, type AuthDecorator } from './nest/decorators/auth.decorator.js';
export { CurrentUser } from './nest/decorators/current-user.decorator.js';
export type { AuditMode } from './nest/audit/audit-check.js';
export { type AuditEntry, formatAudit } from './nest/audit/audit-entry.js';
export { AcceptsToken } from './nest/decorators/accepts-token.decorator.js';
export { Public } from './nest/decorators/public.decorator.js';
export {
  type AccessDecorator,
  Authorize,
  ForbidImpersonation,
  RequireFeature,
  RequireOrganization,
  RequirePermission,
  RequirePlan,
  RequireReverification,
  RequireRole,
  RequireScopes,
  VerifySession,
} from './nest/decorators/requirements.decorator.js';
export { allOf, anyOf, not } from './nest/policy/combinators.js';
export type {
  AuthenticatedObject,
  ClerkPolicy,
  PolicyFunction,
  PolicyInput,
  Requirement,
} from './nest/policy/requirement.js';
export { type GetAuth, getAuth } from './nest/get-auth.js';
export type { RequestAuth, WithAuth } from './nest/http/request-auth.js';

export { verifyToken, type VerifyTokenOptions } from './request/verify-token.js';
export { authenticateRequest, type AuthenticateRequest } from './request/authenticate-request.js';
export type { AuthenticateRequestOptions } from './request/authenticate-request-options.js';
export {
  type AnyRequestState,
  type AuthenticatedState,
  AuthStatus,
  type HandshakeState,
  type RequestState,
  type UnauthenticatedState,
} from './request/request-state.js';

export type {
  Authentication,
  AuthOptions,
  PendingSessionOptions,
} from './engine/authentication.js';
export type { PageOptions } from './engine/pages.js';
export type { OrganizationSyncOptions } from './engine/organization-matcher.js';
export {
  type AcceptedTokens,
  type MachineTokenType,
  type SessionTokenType,
  TokenType,
} from './engine/token-type.js';
export type {
  ActClaim,
  AuthenticatedMachineObject,
  AuthObject,
  AuthObjectDebug,
  AuthObjectDebugData,
  AuthObjectFor,
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
  CheckAuthorizationParamsFromSessionClaims,
  GetToken,
  InvalidTokenAuthObject,
  JwtPayload,
  MachineAuthObject,
  MachineClaims,
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
  UnauthenticatedMachineObject,
} from './engine/auth/index.js';
export type { RequestFacts } from './engine/facts/request-facts.js';
export type { Handshake, MachineSignedIn, Outcome, SignedIn, SignedOut } from './engine/outcome.js';
export {
  AuthErrorReason,
  type AuthReason,
  MachineTokenVerificationErrorCode,
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
  ClerkUnknownTenantException,
} from './nest/errors/clerk-exceptions.js';

export { ClerkClient, type ClerkClientOptions, createClerkClient } from './clerk-client.js';
export {
  ClerkApiError,
  InvalidEmailError,
  InvalidIdError,
  MachineTokenVerificationError,
  RepeatedPageError,
  TokenVerificationError,
} from './client/index.js';
export type {
  CallOptions,
  ClerkApiErrorDetails,
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
  ClerkPaginationRequest,
  DeletedObject,
  FailureEvent,
  PaginatedResourceResponse,
  RequestEvent,
  ResponseEvent,
  RetryOptions,
} from './client/index.js';
// Interfaces, parameters and resources of the Backend API: the names are listed in each API's folder.
export type * from './client/resources-and-parameters.js';

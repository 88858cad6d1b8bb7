export { ClerkModule } from './clerk.module.js';
export type {
  ClerkModuleExtras,
  ClerkModuleOptions,
  ClerkOptions,
  ClerkOptionsFactory,
} from './clerk-options.js';

export { ClerkAuthGuard } from './nest/clerk-auth.guard.js';
export { ClerkAuthenticator } from './nest/clerk-authenticator.js';
export { Auth } from './nest/decorators/auth.decorator.js';
export { Public } from './nest/decorators/public.decorator.js';
export {
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
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
  GetToken,
  JwtPayload,
  ReverificationConfig,
  SessionClaims,
  SessionStatusClaim,
  SignedInAuthObject,
  SignedOutAuthObject,
} from './engine/auth/index.js';
export type { AuthReason } from './engine/reasons.js';

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
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
  ClerkClientOptions,
  ClientApi,
  Cookies,
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  HandshakePayload,
  PhoneNumber,
  RefreshSessionParams,
  Session,
  SessionApi,
  Token,
  User,
  UserApi,
  Verification,
  Web3Wallet,
} from './client/index.js';

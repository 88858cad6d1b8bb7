export type { APIKey } from './api-keys/api-key.js';
export type { ApiKeysApi } from './api-keys/api-keys-api.js';
export { ClerkApiError } from './clerk-api-error.js';
export type { ClerkApiErrorDetails } from './clerk-api-error.js';
export type {
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
} from './clerk-api-error-item.js';
export { BackendApiClient } from './backend-api-client.js';
export type { BackendApiClientOptions } from './backend-api-client-options.js';
export type { ClientApi, GetHandshakePayloadParams } from './clients/client-api.js';
export type { HandshakePayload } from './clients/handshake-payload.js';
export { createBackendApiClient } from './create-backend-api-client.js';
export { InvalidIdError } from './invalid-id-error.js';
export type { M2MTokenApi, VerifyM2MTokenParams } from './m2m-tokens/m2m-token-api.js';
export type { M2MToken } from './m2m-tokens/m2m-token.js';
export type {
  IdPOAuthAccessTokenApi,
  VerifyIdPOAuthAccessTokenOptions,
} from './oauth-access-tokens/idp-oauth-access-token-api.js';
export type { IdPOAuthAccessToken } from './oauth-access-tokens/idp-oauth-access-token.js';
export { TokenVerificationError } from './oauth-access-tokens/token-verification-error.js';
export type { Cookies, RefreshSessionParams } from './sessions/refresh-session.js';
export type { SessionApi } from './sessions/session-api.js';
export type { Session, SessionActivity, SessionStatus } from './sessions/session.js';
export type { Token } from './sessions/token.js';
export type { WireObject } from './shape.js';
export type { EmailAddress } from './users/email-address.js';
export type { EnterpriseAccount, EnterpriseAccountConnection } from './users/enterprise-account.js';
export type { ExternalAccount } from './users/external-account.js';
export type { IdentificationLink } from './users/identification-link.js';
export type { PhoneNumber } from './users/phone-number.js';
export type { UserApi } from './users/user-api.js';
export type { User } from './users/user.js';
export type { Verification, VerificationStatus } from './users/verification.js';
export type { Web3Wallet } from './users/web3-wallet.js';

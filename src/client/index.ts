export { ClerkApiError } from './clerk-api-error.js';
export type { ClerkApiErrorDetails } from './clerk-api-error.js';
export type {
  ClerkApiErrorItem,
  ClerkApiErrorMeta,
  ClerkApiFailureCode,
} from './clerk-api-error-item.js';
export { ClerkClient } from './clerk-client.js';
export type { ClerkClientOptions } from './clerk-client-options.js';
export type { ClientApi, GetHandshakePayloadParams } from './clients/client-api.js';
export type { HandshakePayload } from './clients/handshake-payload.js';
export { createClerkClient } from './create-clerk-client.js';
export { InvalidIdError } from './invalid-id-error.js';
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

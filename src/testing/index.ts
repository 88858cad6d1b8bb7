export { ClerkTestingModule } from './clerk-testing.module.js';
export type {
  LocalClerkClientOptions,
  LocalClerkEnvironment,
  ProxiedLocalClerkEnvironment,
} from './client-options.js';
export {
  LocalClerkInProductionError,
  LocalClerkOptionsError,
  LocalClerkPortError,
  UnknownLocalDeliveryError,
  UnknownLocalSubjectError,
  UnknownLocalTokenError,
  UnknownLocalUserError,
} from './errors.js';
export { LocalClerk } from './local-clerk.js';
export type { LocalClerkOptions } from './local-clerk-options.js';
export { LocalInstance } from './local-instance.js';
export type { LocalInstanceOptions } from './local-instance-options.js';
export type { LocalMachine } from './local-machine.js';
export type {
  CustomClaims,
  LocalApiKey,
  LocalM2mToken,
  LocalMachineToken,
  LocalOAuthAccessToken,
} from './machine-token.js';
export type {
  ApiKeyRequest,
  CreatedToken,
  M2mTokenRequest,
  OAuthAccessTokenRequest,
} from './machine-token-requests.js';
export type { MintRequest, TokenChanges } from './token-changes.js';
export type {
  LocalMember,
  LocalMembership,
  LocalOrganization,
  LocalSession,
  LocalUser,
} from './local-user.js';
export type { LocalStore } from './local-store.js';
export type { SeededMachines } from './seed-machines.js';
export type { SeededOrganizations, SeededUsers } from './seed.js';
export { signedInAs } from './signed-in-as.js';
export type { LocalJwk, OpenedJwt } from './signing-key.js';
export { testingInstance } from './testing-instance.js';
export type { LocalWebhookDelivery } from './webhooks/delivery-record.js';
export type {
  LocalWebhookEndpoint,
  LocalWebhookOptions,
} from './webhooks/local-webhook-endpoint.js';
export type { LocalWebhooks } from './webhooks/local-webhooks.js';

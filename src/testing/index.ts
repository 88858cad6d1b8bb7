export { ClerkTestingModule } from './clerk-testing.module.js';
export type { LocalClerkClientOptions, LocalClerkEnvironment } from './client-options.js';
export {
  LocalClerkInProductionError,
  LocalClerkOptionsError,
  LocalClerkPortError,
  UnknownLocalUserError,
} from './errors.js';
export { LocalClerk } from './local-clerk.js';
export type { LocalClerkOptions } from './local-clerk.js';
export { LocalInstance } from './local-instance.js';
export type { LocalInstanceOptions, MintRequest, TokenChanges } from './local-instance.js';
export type {
  LocalMember,
  LocalMembership,
  LocalOrganization,
  LocalSession,
  LocalUser,
} from './local-user.js';
export type { LocalStore } from './local-store.js';
export type { SeededOrganizations, SeededUsers } from './seed.js';
export { signedInAs } from './signed-in-as.js';
export type { LocalJwk } from './signing-key.js';
export { testingInstance } from './testing-instance.js';

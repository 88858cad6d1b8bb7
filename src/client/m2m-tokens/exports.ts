export type { M2MTokenApi } from './m2m-token-api.js';
export type {
  CreateM2MTokenParams,
  GetM2MTokenListParams,
  M2MTokenFormat,
  RevokeM2MTokenParams,
  VerifyM2MTokenParams,
} from './m2m-token-params.js';
export type { M2MToken } from './m2m-token.js';
export { MachineTokenVerificationError } from './machine-token-verification-error.js';
export type { MachineTokenVerificationFailure } from './machine-token-verification-error.js';
export type { VerifyM2MJwt } from './verify-m2m-jwt.js';

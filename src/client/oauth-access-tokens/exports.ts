export type {
  IdPOAuthAccessTokenApi,
  VerifyIdPOAuthAccessTokenOptions,
} from './idp-oauth-access-token-api.js';
export type { IdPOAuthAccessToken } from './idp-oauth-access-token.js';
export { TokenVerificationError } from '../../token-verification-error.js';

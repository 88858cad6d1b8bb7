export type {
  CreateOAuthApplicationParams,
  GetOAuthApplicationListParams,
  RevokeOAuthApplicationTokenParams,
  UpdateOAuthApplicationParams,
  UploadOAuthApplicationLogoParams,
} from './oauth-application-params.js';
export type { OAuthApplication } from './oauth-application.js';
export type { OAuthApplicationsApi } from './oauth-applications-api.js';

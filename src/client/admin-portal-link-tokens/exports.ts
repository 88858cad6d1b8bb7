export type {
  AdminPortalLinkTokenApi,
  CreateAdminPortalLinkTokenParams,
  RevokeAdminPortalLinkTokenParams,
} from './admin-portal-link-token-api.js';
export type { AdminPortalLinkToken } from './admin-portal-link-token.js';

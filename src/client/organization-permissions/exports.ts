export type {
  CreateOrganizationPermissionParams,
  GetOrganizationPermissionListParams,
  OrganizationPermissionApi,
  UpdateOrganizationPermissionParams,
} from './organization-permission-api.js';
export type { Permission } from './permission.js';

export type { OrganizationRoleApi } from './organization-role-api.js';
export type {
  CreateOrganizationRoleParams,
  GetOrganizationRoleListParams,
  OrganizationRolePermissionParams,
  UpdateOrganizationRoleParams,
} from './organization-role-params.js';
export type { Role } from './role.js';

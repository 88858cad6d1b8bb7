import { route } from '../route.js';
import type { Route } from '../route.js';
import {
  createPermission,
  deletePermission,
  getPermission,
  updatePermission,
} from './permission-operations.js';
import { listPermissions, listRoles } from './role-lists.js';
import { createRole, deleteRole, getRole, updateRole } from './role-operations.js';
import { assignPermission, removePermission } from './role-permissions.js';

const ROLES = '/v1/organization_roles';
const ROLE = `${ROLES}/{organization_role_id}` as const;
const ROLE_PERMISSION = `${ROLE}/permissions/{permission_id}` as const;
const PERMISSIONS = '/v1/organization_permissions';
const PERMISSION = `${PERMISSIONS}/{permission_id}` as const;

/** What the embedded instance answers about roles and permissions in organizations. */
export const roleRoutes: readonly Route[] = [
  route('GET', ROLES, 'ListOrganizationRoles', listRoles),
  route('POST', ROLES, 'CreateOrganizationRole', createRole),
  route('GET', ROLE, 'GetOrganizationRole', getRole),
  route('PATCH', ROLE, 'UpdateOrganizationRole', updateRole),
  route('DELETE', ROLE, 'DeleteOrganizationRole', deleteRole),
  route('POST', ROLE_PERMISSION, 'AssignPermissionToOrganizationRole', assignPermission),
  route('DELETE', ROLE_PERMISSION, 'RemovePermissionFromOrganizationRole', removePermission),
  route('GET', PERMISSIONS, 'ListOrganizationPermissions', listPermissions),
  route('POST', PERMISSIONS, 'CreateOrganizationPermission', createPermission),
  route('GET', PERMISSION, 'GetOrganizationPermission', getPermission),
  route('PATCH', PERMISSION, 'UpdateOrganizationPermission', updatePermission),
  route('DELETE', PERMISSION, 'DeleteOrganizationPermission', deletePermission),
];

import type { Directory } from '../directory.js';
import { CREATOR_ROLE_ID } from '../records/role-record.js';
import type { PermissionRecord, RoleRecord } from '../records/role-record.js';

/** A role as the Backend API sends it. Source: `Role` in the Backend API's OpenAPI document. */
export function roleJson(directory: Directory, role: RoleRecord): Record<string, unknown> {
  return {
    object: 'role',
    id: role.id,
    name: role.name,
    key: role.key,
    description: role.description,
    is_creator_eligible: role.id === CREATOR_ROLE_ID,
    permissions: directory.permissionsOf(role).map(permissionJson),
    created_at: role.createdAt,
    updated_at: role.updatedAt,
  };
}

/** A permission as the Backend API sends it. Source: `Permission` in the Backend API's OpenAPI document. */
export function permissionJson(permission: PermissionRecord): Record<string, unknown> {
  const { id, name, key, description, type, createdAt, updatedAt } = permission;
  return {
    object: 'permission',
    id,
    name,
    key,
    description,
    type,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

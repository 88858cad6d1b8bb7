import type { PermissionRecord, RoleRecord } from '../../records/role-record.js';
import { roleJson } from '../../wire/role-json.js';
import { apiError, notFound } from '../api-errors.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withRole } from './role-operations.js';

type Slots = 'organization_role_id' | 'permission_id';

/** `POST /v1/organization_roles/{organization_role_id}/permissions/{permission_id}` */
export const assignPermission = withRoleAndPermission((call, role, { id, key }) =>
  role.permissionIds.includes(id)
    ? apiError(
        { status: 409, code: 'duplicate_record' },
        'Permission already assigned',
        `The role ${role.key} has the permission ${key} already.`,
      )
    : changed(call, role, [...role.permissionIds, id]),
);

/** `DELETE /v1/organization_roles/{organization_role_id}/permissions/{permission_id}` */
export const removePermission = withRoleAndPermission((call, role, permission) =>
  role.permissionIds.includes(permission.id)
    ? changed(
        call,
        role,
        role.permissionIds.filter((id) => id !== permission.id),
      )
    : notFound('Organization permission of the role', permission.id),
);

function withRoleAndPermission(
  use: (call: Call<Slots>, role: RoleRecord, permission: PermissionRecord) => Reply,
): (call: Call<Slots>) => Reply {
  return withRole<'permission_id'>((call, role) => {
    const { permission_id: id } = call.params;
    const permission = call.instance.store.directory.permissions.get(id);
    return permission ? use(call, role, permission) : notFound('Organization permission', id);
  });
}

function changed({ instance }: Call, role: RoleRecord, permissionIds: readonly string[]): Reply {
  const { directory } = instance.store;
  const kept = directory.roles.put({ ...role, permissionIds, updatedAt: instance.now() });
  return json(200, roleJson(directory, kept));
}

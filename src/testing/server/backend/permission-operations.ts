import { randomId } from '../../ids.js';
import type { PermissionRecord } from '../../records/role-record.js';
import { deletedJson } from '../../wire/deleted-json.js';
import { permissionJson } from '../../wire/role-json.js';
import { apiError, notFound, quotaExceeded, takenParameter } from '../api-errors.js';
import { matching as matchingText, required, text, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

const key = matchingText(
  /^org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+$/,
  'must be "org:feature:action" in lowercase letters, digits and _, and not begin with "org:sys_"',
);

/** `POST /v1/organization_permissions` */
export function createPermission({ instance, body }: Call): Reply {
  const fields = { name: required(word), key: required(key), description: text };
  const { permissions } = instance.store.directory;
  return withBody(body, fields, (given) => {
    if (permissions.find((other) => other.key === given.key)) return takenParameter('key');
    if (permissions.isFull) return quotaExceeded('organization_permission');
    const now = instance.now();
    const permission = permissions.put({
      id: randomId('perm'),
      name: given.name,
      key: given.key,
      description: given.description ?? '',
      type: 'user',
      createdAt: now,
      updatedAt: now,
    });
    return json(200, permissionJson(permission));
  });
}

/** `GET /v1/organization_permissions/{permission_id}` */
export const getPermission = withPermission((_, permission) =>
  json(200, permissionJson(permission)),
);

/** `PATCH /v1/organization_permissions/{permission_id}` */
export const updatePermission = withOwnPermission(({ instance, body }, permission) =>
  withBody(body, { name: word, key, description: text }, (given) => {
    const { permissions } = instance.store.directory;
    const taken = permissions.find((other) => other.key === given.key);
    if (taken && taken.id !== permission.id) return takenParameter('key');
    const kept = permissions.put({
      ...permission,
      name: given.name ?? permission.name,
      key: given.key ?? permission.key,
      description: given.description ?? permission.description,
      updatedAt: instance.now(),
    });
    return json(200, permissionJson(kept));
  }),
);

/** `DELETE /v1/organization_permissions/{permission_id}`: roles lose it. */
export const deletePermission = withOwnPermission(({ instance }, permission) => {
  const { permissions, roles } = instance.store.directory;
  permissions.delete(permission.id);
  for (const role of roles.list()) {
    if (!role.permissionIds.includes(permission.id)) continue;
    const permissionIds = role.permissionIds.filter((id) => id !== permission.id);
    roles.put({ ...role, permissionIds });
  }
  return json(200, deletedJson('permission', permission));
});

type Use = (call: Call<'permission_id'>, permission: PermissionRecord) => Reply;

function withPermission(use: Use): (call: Call<'permission_id'>) => Reply {
  return (call) => {
    const { permission_id: id } = call.params;
    const permission = call.instance.store.directory.permissions.get(id);
    return permission ? use(call, permission) : notFound('Organization permission', id);
  };
}

function withOwnPermission(use: Use): (call: Call<'permission_id'>) => Reply {
  return withPermission((call, permission) =>
    permission.type === 'user'
      ? use(call, permission)
      : apiError(
          { status: 403, code: 'system_permission_not_modifiable' },
          'System permission',
          `${permission.key} is a permission of Clerk's own.`,
        ),
  );
}

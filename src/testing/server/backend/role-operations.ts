import type { Directory } from '../../directory.js';
import { randomId } from '../../ids.js';
import { CREATOR_ROLE_ID } from '../../records/role-record.js';
import type { RoleRecord } from '../../records/role-record.js';
import { deletedJson } from '../../wire/deleted-json.js';
import { roleJson } from '../../wire/role-json.js';
import { apiError, notFound, quotaExceeded, takenParameter } from '../api-errors.js';
import { flag, matching as matchingText, required, text, texts, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

const key = matchingText(/^org:[a-z0-9_]+$/, 'must be "org:" and lowercase letters, digits or _');

const newRoleFields = {
  name: required(word),
  key: required(key),
  description: text,
  permissions: texts,
  include_in_initial_role_set: flag,
};

const roleChangeFields = { name: word, key, description: text, permissions: texts };

/** `POST /v1/organization_roles` */
export function createRole({ instance, body }: Call): Reply {
  const { directory } = instance.store;
  return withBody(body, newRoleFields, (given) => {
    if (directory.findRole(given.key)) return takenParameter('key');
    if (directory.roles.isFull) return quotaExceeded('organization_role');
    const permissionIds = given.permissions ?? [];
    const refusal = refusePermissions(directory, permissionIds);
    if (refusal) return refusal;
    const now = instance.now();
    const role = directory.roles.put({
      id: randomId('role'),
      name: given.name,
      key: given.key,
      description: given.description ?? null,
      permissionIds: [...new Set(permissionIds)],
      createdAt: now,
      updatedAt: now,
    });
    return json(200, roleJson(directory, role));
  });
}

/** `GET /v1/organization_roles/{organization_role_id}` */
export const getRole = withRole(({ instance }, role) =>
  json(200, roleJson(instance.store.directory, role)),
);

/** `PATCH /v1/organization_roles/{organization_role_id}`: members keep a role whose key changes. */
export const updateRole = withRole(({ instance, body }, role) =>
  withBody(body, roleChangeFields, (given) => {
    const { directory } = instance.store;
    const taken = given.key ? directory.findRole(given.key) : undefined;
    if (taken && taken.id !== role.id) return takenParameter('key');
    const refusal = refusePermissions(directory, given.permissions ?? []);
    if (refusal) return refusal;
    const kept = directory.roles.put({
      ...role,
      name: given.name ?? role.name,
      key: given.key ?? role.key,
      description: given.description === undefined ? role.description : given.description,
      permissionIds: [...new Set(given.permissions ?? role.permissionIds)],
      updatedAt: instance.now(),
    });
    if (kept.key !== role.key) renameRole(directory, role.key, kept.key);
    return json(200, roleJson(directory, kept));
  }),
);

/** `DELETE /v1/organization_roles/{organization_role_id}`: only one that nobody has or is to have. */
export const deleteRole = withRole(({ instance }, role) => {
  const { directory } = instance.store;
  const { memberships, organizationInvitations } = directory;
  const isUsed =
    role.id === CREATOR_ROLE_ID ||
    memberships.find((membership) => membership.role === role.key) !== undefined ||
    organizationInvitations.find((invitation) => invitation.role === role.key) !== undefined;
  if (isUsed) {
    return apiError(
      { status: 422, code: 'organization_role_used' },
      'Role in use',
      `The role ${role.key} is that of a creator, a member or an invitation.`,
    );
  }
  directory.roles.delete(role.id);
  return json(200, deletedJson('role', role));
});

/** Hands the role of the path to an operation; 404 when there is none. */
export function withRole<Slot extends string = never>(
  use: (call: Call<Slot | 'organization_role_id'>, role: RoleRecord) => Reply,
): (call: Call<Slot | 'organization_role_id'>) => Reply {
  return (call) => {
    const { organization_role_id: id } = call.params;
    const role = call.instance.store.directory.roles.get(id);
    return role ? use(call, role) : notFound('Organization role', id);
  };
}

function refusePermissions(directory: Directory, ids: readonly string[]): Reply | undefined {
  const unknown = ids.find((id) => !directory.permissions.get(id));
  return unknown === undefined ? undefined : notFound('Organization permission', unknown);
}

function renameRole({ memberships, organizationInvitations }: Directory, from: string, to: string) {
  for (const row of memberships.list())
    if (row.role === from) memberships.put({ ...row, role: to });
  for (const row of organizationInvitations.list()) {
    if (row.role === from) organizationInvitations.put({ ...row, role: to });
  }
}

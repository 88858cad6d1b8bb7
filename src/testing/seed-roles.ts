import { fixedId } from './ids.js';
import { CREATOR_ROLE_ID } from './records/role-record.js';
import type { PermissionRecord, RoleRecord } from './records/role-record.js';
import { SEEDED_AT } from './seed.js';

const times = { createdAt: SEEDED_AT, updatedAt: SEEDED_AT };

// Clerk's own. They are in a role's permissions, but never in a session token.
const system = [
  ['SysProfileManage', 'Manage organization', 'org:sys_profile:manage'],
  ['SysProfileDelete', 'Delete organization', 'org:sys_profile:delete'],
  ['SysMembersRead', 'Read members', 'org:sys_memberships:read'],
  ['SysMembersManage', 'Manage members', 'org:sys_memberships:manage'],
  ['SysDomainsRead', 'Read domains', 'org:sys_domains:read'],
  ['SysDomainsManage', 'Manage domains', 'org:sys_domains:manage'],
] as const;

const own = [
  ['ArticlesRead', 'Read articles', 'org:articles:read'],
  ['ArticlesManage', 'Manage articles', 'org:articles:manage'],
] as const;

/** The permissions of a fresh instance: Clerk's own, and reading and managing articles. */
export const seededPermissions: readonly PermissionRecord[] = [
  ...system.map((row) => permission('system', row)),
  ...own.map((row) => permission('user', row)),
];

/** The roles of a fresh instance: one that may do everything, one that may read. */
export const seededRoles: readonly RoleRecord[] = [
  {
    id: CREATOR_ROLE_ID,
    name: 'Admin',
    key: 'org:admin',
    description: 'May do everything',
    permissionIds: seededPermissions.map(({ id }) => id),
    ...times,
  },
  {
    id: fixedId('role', 'Member'),
    name: 'Member',
    key: 'org:member',
    description: 'May read',
    permissionIds: ['SysMembersRead', 'ArticlesRead'].map((name) => fixedId('perm', name)),
    ...times,
  },
];

function permission(
  type: PermissionRecord['type'],
  [idName, name, key]: readonly [idName: string, name: string, key: string],
): PermissionRecord {
  return { id: fixedId('perm', idName), name, key, description: name, type, ...times };
}

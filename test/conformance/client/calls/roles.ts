import { type CallTable, PAGE } from './call-table.js';

type Api = 'organizationPermissions' | 'organizationRoles' | 'roleSets';

const LISTED = { ...PAGE, query: 'a & b', orderBy: '-name' } as const;

/** Who may do what in an organization. */
export const ROLES: CallTable<Api> = {
  organizationPermissions: {
    getOrganizationPermissionList: () => [[], [{}], [LISTED]],
    getOrganizationPermission: () => [['perm_1']],
    createOrganizationPermission: () => [
      [{ name: 'Read', key: 'org:a:read' }],
      [{ name: 'Read', key: 'org:a:read', description: '' }],
    ],
    updateOrganizationPermission: () => [
      [{ permissionId: 'perm_1' }],
      [{ permissionId: 'perm_1', name: 'Read', key: 'org:a:read', description: 'reads' }],
    ],
    deleteOrganizationPermission: () => [['perm_1']],
  },
  organizationRoles: {
    getOrganizationRoleList: () => [[], [{}], [LISTED]],
    getOrganizationRole: () => [['role_1']],
    createOrganizationRole: () => [
      [{ name: 'Admin', key: 'org:admin' }],
      [
        {
          name: 'Admin',
          key: 'org:admin',
          description: null,
          permissions: ['perm_1', 'perm_2'],
          includeInInitialRoleSet: false,
        },
      ],
    ],
    updateOrganizationRole: () => [
      [{ organizationRoleId: 'role_1' }],
      [
        {
          organizationRoleId: 'role_1',
          name: 'Admin',
          key: null,
          description: 'd',
          permissions: [],
        },
      ],
    ],
    deleteOrganizationRole: () => [['role_1']],
    assignPermissionToOrganizationRole: () => [
      [{ organizationRoleId: 'role_1', permissionId: 'perm_1' }],
    ],
    removePermissionFromOrganizationRole: () => [
      [{ organizationRoleId: 'role_1', permissionId: 'perm_1' }],
    ],
  },
  roleSets: {
    getRoleSetList: () => [[], [{}], [LISTED]],
    getRoleSet: () => [['role_set:default'], ['rset_1']],
    createRoleSet: () => [
      [{ name: 'S', defaultRoleKey: 'org:member', creatorRoleKey: 'org:admin', roles: [] }],
      [
        {
          name: 'S',
          key: 'role_set:s',
          description: null,
          defaultRoleKey: 'org:member',
          creatorRoleKey: 'org:admin',
          type: 'custom',
          roles: ['org:member', 'org:admin'],
        },
      ],
    ],
    updateRoleSet: () => [
      [{ roleSetKeyOrId: 'rset_1' }],
      [
        {
          roleSetKeyOrId: 'rset_1',
          name: 'S',
          key: 'role_set:s',
          description: null,
          type: 'initial',
          defaultRoleKey: null,
          creatorRoleKey: 'org:admin',
        },
      ],
    ],
    addRolesToRoleSet: () => [
      [{ roleSetKeyOrId: 'rset_1', roleKeys: ['org:a'] }],
      [
        {
          roleSetKeyOrId: 'rset_1',
          roleKeys: ['org:a', 'org:b'],
          defaultRoleKey: 'org:a',
          creatorRoleKey: 'org:b',
        },
      ],
    ],
    replaceRoleInRoleSet: () => [
      [{ roleSetKeyOrId: 'rset_1', roleKey: 'org:a', toRoleKey: 'org:b' }],
    ],
    replaceRoleSet: () => [
      [{ roleSetKeyOrId: 'rset_1', destRoleSetKey: 'role_set:b' }],
      [
        {
          roleSetKeyOrId: 'rset_1',
          destRoleSetKey: 'role_set:b',
          reassignmentMappings: { 'org:a': 'org:b', 'org:someRole': 'org:some_role' },
        },
      ],
    ],
  },
};

import { permissionJson, roleJson } from '../../wire/role-json.js';
import { matching } from '../filters.js';
import type { Filter } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';

interface Keyed {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly createdAt: number;
}

const rules: ListRules<Keyed> = {
  columns: {
    created_at: ({ createdAt }) => createdAt,
    name: ({ name }) => name,
    key: ({ key }) => key,
  },
};

/** `GET /v1/organization_roles` */
export function listRoles({ instance, query }: Call): Reply {
  const { directory } = instance.store;
  const found = matching(directory.roles.list(), [searched(query)]);
  return withPage(query, found, rules, (page) =>
    pageJson(page, (role) => roleJson(directory, role)),
  );
}

/** `GET /v1/organization_permissions` */
export function listPermissions({ instance, query }: Call): Reply {
  const found = matching(instance.store.directory.permissions.list(), [searched(query)]);
  return withPage(query, found, rules, (page) => pageJson(page, permissionJson));
}

// The whole id, or a part of the name or key.
function searched(query: URLSearchParams): Filter<Keyed> {
  const asked = query.get('query') ?? '';
  const part = asked.toLowerCase();
  return ({ id, name, key }) =>
    id === asked || name.toLowerCase().includes(part) || key.toLowerCase().includes(part);
}

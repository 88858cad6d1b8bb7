import type { Directory } from '../directory.js';
import type { StoreChange } from '../store-changes.js';

/** What is in the tables, as if it had just been created, in the order in which it has to be. */
export function seededChanges(directory: Directory): StoreChange[] {
  const { users, organizations, memberships, permissions, roles } = directory;
  const before = undefined;
  return [
    ...permissions.list().map((after) => ({ kind: 'permission', before, after }) as const),
    ...roles.list().map((after) => ({ kind: 'role', before, after }) as const),
    ...users.list().map((after) => ({ kind: 'user', before, after }) as const),
    ...organizations.list().map((after) => ({ kind: 'organization', before, after }) as const),
    ...memberships.list().map((after) => ({ kind: 'membership', before, after }) as const),
  ];
}

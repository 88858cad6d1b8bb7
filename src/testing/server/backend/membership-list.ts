import type { Directory } from '../../directory.js';
import type { MembershipRecord } from '../../records/organization-record.js';
import type { UserRecord } from '../../records/user-record.js';
import { membershipJson } from '../../wire/membership-json.js';
import { having, matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withOrganization } from './existing.js';
import { personFilters, userColumns } from './user-filters.js';

/** `GET /v1/organizations/{organization_id}/memberships`: filtered and ordered by the users. */
export const listMemberships = withOrganization(({ instance, query }, { id }) => {
  const { directory } = instance.store;
  const members = directory
    .membersOf(id)
    .map((membership) => ({ membership, user: directory.users.get(membership.userId) }));
  const people = personFilters(query);
  const found = matching(members, [
    ({ user }) => user !== undefined && people.every((filter) => filter(user)),
    having(query, 'role', ({ membership }) => [membership.role]),
  ]);
  const memberships = found.map(({ membership }) => membership);
  return withPage(query, memberships, rulesOf(directory), (page) =>
    pageJson(page, (membership) => membershipJson(directory, membership)),
  );
});

/** `GET /v1/organization_memberships`: those of all organizations. */
export function listAllMemberships({ instance, query }: Call): Reply {
  const { directory } = instance.store;
  return withPage(query, directory.memberships.list(), rulesOf(directory), (page) =>
    pageJson(page, (membership) => membershipJson(directory, membership)),
  );
}

function rulesOf(directory: Directory): ListRules<MembershipRecord> {
  const columns = Object.entries(userColumns).map(([name, column]) => [
    name,
    ofUser(directory, column),
  ]);
  return {
    columns: { ...Object.fromEntries(columns), created_at: ({ createdAt }) => createdAt },
  };
}

function ofUser(
  { users }: Directory,
  column: (user: UserRecord) => string | number | null | undefined,
): (membership: MembershipRecord) => string | number | null | undefined {
  return ({ userId }) => {
    const user = users.get(userId);
    return user && column(user);
  };
}

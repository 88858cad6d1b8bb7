import type { OrganizationRecord } from '../../records/organization-record.js';
import { organizationJson } from '../../wire/organization-json.js';
import { having, matching } from '../filters.js';
import type { Filter } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { countsIfAsked } from './counts.js';

/** `GET /v1/organizations` */
export function listOrganizations({ instance, query }: Call): Reply {
  const { directory } = instance.store;
  const members = (id: string) => directory.membersOf(id).map(({ userId }) => userId);
  const found = matching(directory.organizations.list(), [
    having(query, 'organization_id', ({ id }) => [id]),
    ...(query.has('user_id')
      ? [having(query, 'user_id', ({ id }: OrganizationRecord) => members(id))]
      : []),
    searched(query),
  ]);
  const columns = {
    created_at: ({ createdAt }: OrganizationRecord) => createdAt,
    name: ({ name }: OrganizationRecord) => name,
    members_count: ({ id }: OrganizationRecord) => members(id).length,
  };
  return withPage(query, found, { columns }, (page) =>
    pageJson(page, (organization) =>
      organizationJson(
        organization,
        countsIfAsked(query, directory, organization.id, instance.now()),
      ),
    ),
  );
}

// The whole id, or a part of the name or slug.
function searched(query: URLSearchParams): Filter<OrganizationRecord> {
  const asked = query.get('query') ?? '';
  const part = asked.toLowerCase();
  return ({ id, name, slug }) =>
    id === asked || name.toLowerCase().includes(part) || slug.includes(part);
}

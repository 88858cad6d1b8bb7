import type { MembershipRecord, OrganizationRecord } from '../../records/organization-record.js';
import type { UserRecord } from '../../records/user-record.js';
import { notFound } from '../api-errors.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';

/** Hands the user of the path to an operation; 404 when there is none. */
export function withUser<Slot extends string = never>(
  use: (call: Call<Slot | 'user_id'>, user: UserRecord) => Reply,
): (call: Call<Slot | 'user_id'>) => Reply {
  return (call) => {
    const user = call.instance.store.directory.users.get(call.params.user_id);
    return user ? use(call, user) : notFound('User', call.params.user_id);
  };
}

/** Hands the organization of the path, by id or slug, to an operation; 404 when there is none. */
export function withOrganization<Slot extends string = never>(
  use: (call: Call<Slot | 'organization_id'>, organization: OrganizationRecord) => Reply,
): (call: Call<Slot | 'organization_id'>) => Reply {
  return (call) => {
    const { organization_id: id } = call.params;
    const organization = call.instance.store.directory.findOrganization(id);
    return organization ? use(call, organization) : notFound('Organization', id);
  };
}

/** Hands the membership of the path's user in the path's organization to an operation, or 404. */
export function withMembership(
  use: (call: Call<'user_id' | 'organization_id'>, membership: MembershipRecord) => Reply,
): (call: Call<'user_id' | 'organization_id'>) => Reply {
  return withOrganization<'user_id'>((call, { id }) => {
    const { user_id: userId } = call.params;
    const membership = call.instance.store.directory.findMembership(id, userId);
    return membership ? use(call, membership) : notFound('Organization membership', userId);
  });
}

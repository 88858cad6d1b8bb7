import type { Directory } from '../../directory.js';
import { statusOf } from '../../records/invitation-record.js';
import type { OrganizationCounts } from '../../wire/organization-json.js';

/**
 * What is counted about an organization, where the call asks for it.
 *
 * @param now Unix time in milliseconds.
 */
export function countsIfAsked(
  query: URLSearchParams,
  directory: Directory,
  organizationId: string,
  now: number,
): OrganizationCounts | undefined {
  if (query.get('include_members_count') !== 'true') return undefined;
  const invitations = directory.organizationInvitations.list();
  return {
    members: directory.membersOf(organizationId).length,
    pendingInvitations: invitations.filter(
      (invited) =>
        invited.organizationId === organizationId && statusOf(invited, now) === 'pending',
    ).length,
  };
}

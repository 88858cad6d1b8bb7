import { statusOf } from '../../records/invitation-record.js';
import type { InvitationRecord } from '../../records/invitation-record.js';
import { having } from '../filters.js';
import type { Filter } from '../filters.js';
import type { ListRules } from '../list-query.js';

/** What either kind of invitation has. */
export type Invited = Omit<InvitationRecord, 'publicMetadata'>;

/** What lists of invitations can be ordered by. */
export const invitationRules: ListRules<Invited> = {
  columns: {
    created_at: ({ createdAt }) => createdAt,
    email_address: ({ emailAddress }) => emailAddress,
    expires_at: ({ expiresAt }) => expiresAt,
  },
};

/**
 * Keeps the invitations of the statuses asked for; of all when none is.
 *
 * @param now Unix time in milliseconds.
 */
export function withStatus(query: URLSearchParams, now: number): Filter<Invited> {
  return having(query, 'status', (invited: Invited) => [statusOf(invited, now)]);
}

import type { MembershipRecord } from '../../records/organization-record.js';
import type { OrganizationInvitationRecord } from '../../records/invitation-record.js';
import { invitationWithOrganizationJson } from '../../wire/invitation-json.js';
import { membershipJson } from '../../wire/membership-json.js';
import { matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { withUser } from './existing.js';
import { valuesOf } from './identifications.js';
import { withStatus } from './invitation-filters.js';

const membershipRules: ListRules<MembershipRecord> = {
  columns: { created_at: ({ createdAt }) => createdAt },
};

const invitationRules: ListRules<OrganizationInvitationRecord> = {
  columns: { created_at: ({ createdAt }) => createdAt },
};

/** `GET /v1/users/{user_id}/organization_memberships` */
export const getUserMemberships = withUser(({ instance, query }, { id }) => {
  const { directory } = instance.store;
  return withPage(query, directory.membershipsOf(id), membershipRules, (page) =>
    pageJson(page, (membership) => membershipJson(directory, membership)),
  );
});

/** `GET /v1/users/{user_id}/organization_invitations`: those to any address of the user's. */
export const getUserInvitations = withUser(({ instance, query }, user) => {
  const { directory } = instance.store;
  const now = instance.now();
  const addresses = new Set(valuesOf(user.emailAddresses).map((value) => value.toLowerCase()));
  const found = matching(directory.organizationInvitations.list(), [
    ({ emailAddress }) => addresses.has(emailAddress.toLowerCase()),
    withStatus(query, now),
  ]);
  return withPage(query, found, invitationRules, (page) =>
    pageJson(page, (invitation) => invitationWithOrganizationJson(directory, invitation, now)),
  );
});

import type { Directory } from '../../directory.js';
import type { OrganizationInvitationRecord } from '../../records/invitation-record.js';
import { statusOf } from '../../records/invitation-record.js';
import {
  invitationWithOrganizationJson,
  organizationInvitationJson,
} from '../../wire/invitation-json.js';
import { apiError, notFound } from '../api-errors.js';
import { containing, equal, matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import { word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import { withOrganization } from './existing.js';
import { invitationRules, withStatus } from './invitation-filters.js';

/** `GET /v1/organizations/{organization_id}/invitations` */
export const listOrganizationInvitations = withOrganization((call, { id }) =>
  listed(call, id, new URLSearchParams(call.query)),
);

/** `GET /v1/organizations/{organization_id}/invitations/pending` */
export const listPendingInvitations = withOrganization((call, { id }) => {
  const query = new URLSearchParams(call.query);
  query.set('status', 'pending');
  return listed(call, id, query);
});

/** `GET /v1/organization_invitations`: those of all organizations. */
export function listAllInvitations({ instance, query }: Call): Reply {
  const { directory } = instance.store;
  const now = instance.now();
  const found = matching(directory.organizationInvitations.list(), [
    withStatus(query, now),
    containing(query, 'query', ({ emailAddress }) => [emailAddress]),
  ]);
  return withPage(query, found, invitationRules, (page) =>
    pageJson(page, (invitation) => invitationWithOrganizationJson(directory, invitation, now)),
  );
}

/** `GET /v1/organizations/{organization_id}/invitations/{invitation_id}` */
export const getOrganizationInvitation = withInvitation((call, invitation) =>
  shown(call, invitation),
);

/** `POST /v1/organizations/{organization_id}/invitations/{invitation_id}/revoke` */
export const revokeOrganizationInvitation = withInvitation((call, invitation) =>
  withBody(call.body, { requesting_user_id: word }, ({ requesting_user_id: by }) => {
    const { instance } = call;
    const { directory } = instance.store;
    const requester = by ? directory.findMembership(invitation.organizationId, by) : undefined;
    if (by && requester?.role !== directory.creatorRole) return refuseNonAdmin(directory, by);
    const now = instance.now();
    if (statusOf(invitation, now) !== 'pending') {
      return apiError(
        { status: 400, code: 'organization_invitation_not_pending' },
        'Invitation not pending',
        `The invitation ${invitation.id} is ${statusOf(invitation, now)}; only one that is pending can be revoked.`,
      );
    }
    const revoked = { ...invitation, isRevoked: true, updatedAt: now };
    return shown(call, directory.organizationInvitations.put(revoked));
  }),
);

/** The 403 for an invitation by somebody who is no admin of the organization. */
export function refuseNonAdmin({ creatorRole }: Directory, userId: string): Reply {
  return apiError(
    { status: 403, code: 'not_an_admin_in_organization' },
    'Not an admin',
    `The user ${userId} is no ${creatorRole} of the organization.`,
  );
}

type InvitationSlot = 'organization_id' | 'invitation_id';

function withInvitation(
  use: (call: Call<InvitationSlot>, invitation: OrganizationInvitationRecord) => Reply,
): (call: Call<InvitationSlot>) => Reply {
  return withOrganization<'invitation_id'>((call, { id }) => {
    const { invitation_id: wanted } = call.params;
    const invitation = call.instance.store.directory.organizationInvitations.get(wanted);
    return invitation?.organizationId === id
      ? use(call, invitation)
      : notFound('Organization invitation', wanted);
  });
}

function listed({ instance }: Call, organizationId: string, query: URLSearchParams): Reply {
  const { directory } = instance.store;
  const now = instance.now();
  const found = matching(directory.organizationInvitations.list(), [
    (invitation) => invitation.organizationId === organizationId,
    withStatus(query, now),
    equal(query, 'email_address', ({ emailAddress }) => [emailAddress]),
  ]);
  return withPage(query, found, invitationRules, (page) =>
    pageJson(page, (invitation) => organizationInvitationJson(directory, invitation, now)),
  );
}

function shown({ instance }: Call, invitation: OrganizationInvitationRecord): Reply {
  const { directory } = instance.store;
  return json(200, organizationInvitationJson(directory, invitation, instance.now()));
}

import { randomId } from '../../ids.js';
import type { OrganizationInvitationRecord } from '../../records/invitation-record.js';
import type { OrganizationRecord } from '../../records/organization-record.js';
import { organizationInvitationJson } from '../../wire/invitation-json.js';
import { apiError } from '../api-errors.js';
import { metadata, required, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { withItems } from '../with-items.js';
import { withOrganization } from './existing.js';
import { invitedFields, MAX_INVITATIONS_AT_ONCE, newInvited, refuseDuplicates } from './invite.js';
import { refuseRole } from './membership-operations.js';
import { refuseNonAdmin } from './organization-invitations.js';

const fields = {
  ...invitedFields,
  role: required(word),
  inviter_user_id: word,
  public_metadata: metadata,
  private_metadata: metadata,
};

type GivenInvitation = Given<typeof fields>;

/** `POST /v1/organizations/{organization_id}/invitations` */
export const createOrganizationInvitation = withOrganization((call, organization) =>
  withBody(call.body, fields, (given) => {
    const refusal = refuse(call, organization, [given]);
    return refusal ?? json(200, create(call, organization, given));
  }),
);

/** `POST /v1/organizations/{organization_id}/invitations/bulk`: all of them or none. */
export const createOrganizationInvitations = withOrganization((call, organization) =>
  withItems(call.items, fields, MAX_INVITATIONS_AT_ONCE, (given) => {
    const refusal = refuse(call, organization, given);
    if (refusal) return refusal;
    const data = given.map((one) => create(call, organization, one));
    return json(200, { data, total_count: data.length });
  }),
);

function create(
  call: Call,
  { id: organizationId }: OrganizationRecord,
  given: GivenInvitation,
): Record<string, unknown> {
  const { directory } = call.instance.store;
  const invitation: OrganizationInvitationRecord = {
    ...newInvited(call, randomId('orginv'), given),
    organizationId,
    role: given.role,
    inviterId: given.inviter_user_id ?? null,
    publicMetadata: given.public_metadata ?? {},
    privateMetadata: given.private_metadata ?? {},
  };
  directory.organizationInvitations.put(invitation);
  return organizationInvitationJson(directory, invitation, call.instance.now());
}

function refuse(
  { instance }: Call,
  { id }: OrganizationRecord,
  given: readonly GivenInvitation[],
): Reply | undefined {
  const { directory } = instance.store;
  const invitations = directory.organizationInvitations.list();
  const addresses = given.map(({ email_address: address }) => address);
  for (const { role, inviter_user_id: inviter, email_address: address } of given) {
    const refusal = refuseRole(directory, role);
    if (refusal) return refusal;
    if (inviter && directory.findMembership(id, inviter)?.role !== directory.creatorRole) {
      return refuseNonAdmin(directory, inviter);
    }
    const user = directory.findUserByEmailAddress(address);
    if (user && directory.findMembership(id, user.id)) return alreadyMember(address);
  }
  const own = invitations.filter(({ organizationId }) => organizationId === id);
  return refuseDuplicates(own, addresses, instance.now());
}

function alreadyMember(address: string): Reply {
  return apiError(
    { status: 400, code: 'already_a_member_in_organization' },
    'Already a member',
    `${address} is already a member of the organization.`,
  );
}

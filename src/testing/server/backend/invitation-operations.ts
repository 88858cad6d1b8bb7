import { randomId } from '../../ids.js';
import { statusOf } from '../../records/invitation-record.js';
import { invitationJson } from '../../wire/invitation-json.js';
import { apiError, notFound, takenParameter } from '../api-errors.js';
import { flag, metadata, oneOf } from '../field.js';
import { containing, matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { withItems } from '../with-items.js';
import { invitationRules, withStatus } from './invitation-filters.js';
import { invitedFields, MAX_INVITATIONS_AT_ONCE, newInvited, refuseDuplicates } from './invite.js';

const fields = {
  ...invitedFields,
  public_metadata: metadata,
  ignore_existing: flag,
  template_slug: oneOf(['invitation', 'waitlist_invitation']),
};

type GivenInvitation = Given<typeof fields>;

/** `POST /v1/invitations` */
export function createInvitation(call: Call): Reply {
  return withBody(call.body, fields, (given) => {
    const refusal = refuse(call, [given]);
    return refusal ?? json(200, create(call, given));
  });
}

/** `POST /v1/invitations/bulk`: all of them or none; a bare list. */
export function createInvitations(call: Call): Reply {
  return withItems(call.items, fields, MAX_INVITATIONS_AT_ONCE, (given) => {
    const refusal = refuse(call, given);
    return (
      refusal ??
      json(
        200,
        given.map((one) => create(call, one)),
      )
    );
  });
}

/** `GET /v1/invitations`: a bare list, or with `paginated=true` a page. Revoked ones only if asked for. */
export function listInvitations({ instance, query }: Call): Reply {
  const now = instance.now();
  const found = matching(instance.store.directory.invitations.list(), [
    withStatus(query, now),
    ({ isRevoked }) => !isRevoked || query.has('status'),
    containing(query, 'query', ({ id, emailAddress }) => [id, emailAddress]),
  ]);
  return withPage(query, found, invitationRules, (page) =>
    query.get('paginated') === 'true'
      ? pageJson(page, (invitation) => invitationJson(invitation, now))
      : json(
          200,
          page.rows.map((invitation) => invitationJson(invitation, now)),
        ),
  );
}

/** `POST /v1/invitations/{invitation_id}/revoke` */
export function revokeInvitation({ instance, params }: Call<'invitation_id'>): Reply {
  const { invitations } = instance.store.directory;
  const invitation = invitations.get(params.invitation_id);
  if (!invitation) return notFound('Invitation', params.invitation_id);
  const now = instance.now();
  if (statusOf(invitation, now) === 'revoked') {
    return apiError(
      { status: 400, code: 'invitation_already_revoked' },
      'Invitation already revoked',
      `The invitation ${invitation.id} was revoked before.`,
    );
  }
  const revoked = invitations.put({ ...invitation, isRevoked: true, updatedAt: now });
  return json(200, invitationJson(revoked, now));
}

function create(call: Call, given: GivenInvitation): Record<string, unknown> {
  const { instance } = call;
  const invitation = {
    ...newInvited(call, randomId('inv'), given),
    publicMetadata: given.public_metadata ?? {},
  };
  return invitationJson(instance.store.directory.invitations.put(invitation), instance.now());
}

function refuse({ instance }: Call, given: readonly GivenInvitation[]): Reply | undefined {
  const { directory } = instance.store;
  const isTaken = given.some((one) => directory.findUserByEmailAddress(one.email_address));
  if (isTaken) return takenParameter('email_address');
  const strict = given.filter((one) => !one.ignore_existing);
  const addresses = strict.map((one) => one.email_address);
  return refuseDuplicates(directory.invitations.list(), addresses, instance.now());
}

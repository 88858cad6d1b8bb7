import { randomId } from '../../ids.js';
import type { Directory } from '../../directory.js';
import type { OrganizationRecord } from '../../records/organization-record.js';
import { membershipJson } from '../../wire/membership-json.js';
import { apiError, notFound, quotaExceeded } from '../api-errors.js';
import { metadata, required, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import { withBody } from '../with-body.js';
import { withMembership, withOrganization } from './existing.js';
import { withChangedMetadata } from './metadata-changes.js';

const newMembershipFields = {
  user_id: required(word),
  role: required(word),
  public_metadata: metadata,
  private_metadata: metadata,
};

/** `POST /v1/organizations/{organization_id}/memberships` */
export const createMembership = withOrganization(({ instance, body }, organization) =>
  withBody(body, newMembershipFields, (given) => {
    const { directory } = instance.store;
    const { user_id: userId, role } = given;
    const refusal = refuseMember(directory, organization, userId) ?? refuseRole(directory, role);
    if (refusal) return refusal;
    const now = instance.now();
    const membership = directory.memberships.put({
      id: randomId('orgmem'),
      organizationId: organization.id,
      userId,
      role,
      publicMetadata: given.public_metadata ?? {},
      privateMetadata: given.private_metadata ?? {},
      createdAt: now,
      updatedAt: now,
    });
    return json(200, membershipJson(directory, membership));
  }),
);

/** `PATCH /v1/organizations/{organization_id}/memberships/{user_id}` */
export const updateMembership = withMembership(({ instance, body }, membership) =>
  withBody(body, { role: required(word) }, ({ role }) => {
    const { directory } = instance.store;
    const refusal = refuseRole(directory, role);
    if (refusal) return refusal;
    const kept = directory.memberships.put({ ...membership, role, updatedAt: instance.now() });
    return json(200, membershipJson(directory, kept));
  }),
);

/** `DELETE /v1/organizations/{organization_id}/memberships/{user_id}`: answers with what it was. The member's sessions go on for the personal account. */
export const deleteMembership = withMembership(({ instance }, membership) => {
  const { directory, sessions } = instance.store;
  directory.memberships.delete(membership.id);
  sessions.leave(membership, instance.now());
  return json(200, membershipJson(directory, membership));
});

/** `PATCH /v1/organizations/{organization_id}/memberships/{user_id}/metadata` */
export const updateMembershipMetadata = withMembership(({ instance, body }, membership) => {
  const { publicMetadata, privateMetadata } = membership;
  const old = { public_metadata: publicMetadata, private_metadata: privateMetadata };
  return withChangedMetadata('merge', body, old, (changed) => {
    const { directory } = instance.store;
    const kept = directory.memberships.put({
      ...membership,
      publicMetadata: changed.public_metadata,
      privateMetadata: changed.private_metadata,
      updatedAt: instance.now(),
    });
    return json(200, membershipJson(directory, kept));
  });
});

/** The 404 for a role that there isn't. */
export function refuseRole(directory: Directory, role: string): Reply | undefined {
  if (directory.findRole(role)) return undefined;
  const known = directory.roles.list().map(({ key }) => key);
  return apiError(
    { status: 404, code: 'resource_not_found', meta: { param_name: 'role' } },
    'Organization role not found',
    `The local Clerk instance has no role "${role}". It has: ${known.join(', ')}.`,
  );
}

function refuseMember(
  directory: Directory,
  { id, maxAllowedMemberships: max }: OrganizationRecord,
  userId: string,
): Reply | undefined {
  if (!directory.users.get(userId)) return notFound('User', userId);
  if (directory.findMembership(id, userId)) {
    return apiError(
      { status: 400, code: 'already_a_member_in_organization' },
      'Already a member',
      `The user ${userId} is already a member of the organization.`,
    );
  }
  const isFull = max > 0 && directory.membersOf(id).length >= max;
  return isFull || directory.memberships.isFull
    ? quotaExceeded('organization_membership')
    : undefined;
}

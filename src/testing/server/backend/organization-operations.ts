import { randomId } from '../../ids.js';
import { NO_METADATA } from '../../records/metadata.js';
import type { OrganizationRecord } from '../../records/organization-record.js';
import { removeOrganization } from '../../removal.js';
import { deletedJson } from '../../wire/deleted-json.js';
import { organizationJson } from '../../wire/organization-json.js';
import { invalidParameter, quotaExceeded, takenParameter } from '../api-errors.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { countsIfAsked } from './counts.js';
import { withOrganization } from './existing.js';
import {
  isSlugTaken,
  newOrganizationFields,
  organizationChangeFields,
  slugFor,
} from './organization-fields.js';

/** `POST /v1/organizations`: whoever creates it becomes its first admin. */
export function createOrganization({ instance, body }: Call): Reply {
  const { directory } = instance.store;
  return withBody(body, newOrganizationFields, (given) => {
    const { slug, created_by: creator } = given;
    if (slug && isSlugTaken(directory, slug)) return takenParameter('slug');
    if (creator && !directory.users.get(creator)) {
      return invalidParameter('created_by', 'must be the id of a user');
    }
    const { organizations, memberships } = directory;
    if (organizations.isFull || memberships.isFull) return quotaExceeded('organization');
    const now = instance.now();
    const organization = organizations.put(
      newOrganization(given, slug || slugFor(directory, given.name), now),
    );
    if (creator) {
      const times = { createdAt: now, updatedAt: now };
      const place = {
        organizationId: organization.id,
        userId: creator,
        role: directory.creatorRole,
      };
      memberships.put({ id: randomId('orgmem'), ...place, ...NO_METADATA, ...times });
    }
    return json(200, organizationJson(organization));
  });
}

/** `GET /v1/organizations/{organization_id}`: by id or slug. */
export const getOrganization = withOrganization(({ instance, query }, organization) => {
  const { directory } = instance.store;
  const counts = countsIfAsked(query, directory, organization.id, instance.now());
  return json(200, organizationJson(organization, counts));
});

/** `PATCH /v1/organizations/{organization_id}` */
export const updateOrganization = withOrganization(({ instance, body }, organization) =>
  withBody(body, organizationChangeFields, (given) => {
    const { directory } = instance.store;
    if (given.slug && isSlugTaken(directory, given.slug, organization.id)) {
      return takenParameter('slug');
    }
    const kept = directory.organizations.put({
      ...organization,
      name: given.name ?? organization.name,
      slug: given.slug ?? organization.slug,
      maxAllowedMemberships: given.max_allowed_memberships ?? organization.maxAllowedMemberships,
      adminDeleteEnabled: given.admin_delete_enabled ?? organization.adminDeleteEnabled,
      createdAt: given.created_at ?? organization.createdAt,
      roleSetKey: given.role_set_key ?? organization.roleSetKey,
      updatedAt: instance.now(),
    });
    return json(200, organizationJson(kept));
  }),
);

/** `DELETE /v1/organizations/{organization_id}`: with it go memberships and invitations. */
export const deleteOrganization = withOrganization(({ instance }, organization) => {
  removeOrganization(instance.store, organization);
  return json(200, deletedJson('organization', organization));
});

function newOrganization(
  given: Given<typeof newOrganizationFields>,
  slug: string,
  now: number,
): OrganizationRecord {
  return {
    id: randomId('org'),
    name: given.name,
    slug,
    createdBy: given.created_by ?? undefined,
    maxAllowedMemberships: given.max_allowed_memberships ?? 0,
    adminDeleteEnabled: true,
    roleSetKey: given.role_set_key ?? null,
    publicMetadata: given.public_metadata ?? {},
    privateMetadata: given.private_metadata ?? {},
    createdAt: given.created_at ?? now,
    updatedAt: now,
  };
}

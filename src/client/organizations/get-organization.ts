import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { InvalidIdError } from '../invalid-id-error.js';
import { routes } from '../routes.js';
import type { OrganizationApi } from './organization-api.js';
import type { Organization } from './organization.js';

interface GetOrganizationOperations {
  byId(params: { readonly organizationId: string }): Promise<Organization>;
  bySlug(params: { readonly slug: string }): Promise<Organization>;
}

/** The operation behind `organizations.getOrganization`, by what it is asked with. */
export const getOrganizationRoutes = routes<GetOrganizationOperations>()({
  byId: 'GET /organizations/{organizationId}',
  bySlug: 'GET /organizations/{slug}',
});

/**
 * `organizations.getOrganization`, which is no plain row: one of two parameters fills the slot.
 *
 * @param send What makes the calls.
 */
export function bindGetOrganization(send: Send): OrganizationApi['getOrganization'] {
  const { byId, bySlug } = bind(getOrganizationRoutes, send);
  return async (params) => {
    const { organizationId, slug, ...others } = { ...params };
    const { includeMembersCount, includeMissingMemberWithElevatedPermissions } = others;
    const included = { includeMembersCount, includeMissingMemberWithElevatedPermissions };
    // With both, the id is meant; a slug beside it must not get into the query.
    if (organizationId !== undefined) return byId({ organizationId, ...included });
    if (slug !== undefined) return bySlug({ slug, ...included });
    throw new InvalidIdError('organizationId');
  };
}

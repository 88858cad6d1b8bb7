import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { OrganizationApi } from './organization-api.js';
import type { MetadataParams } from './organization-metadata.js';
import type { UpdateOrganizationParams } from './organization-params.js';
import type { Organization } from './organization.js';

interface UpdateOperations {
  update(
    organizationId: string,
    params: Omit<UpdateOrganizationParams, keyof MetadataParams>,
  ): Promise<Organization>;
  replaceMetadata(organizationId: string, params: MetadataParams): Promise<Organization>;
}

/** The operations behind `organizations.updateOrganization`. */
export const updateOrganizationRoutes = routes<UpdateOperations>()({
  update: 'PATCH /organizations/{organizationId}',
  replaceMetadata: 'PUT /organizations/{organizationId}/metadata',
});

/**
 * `organizations.updateOrganization`, which is no plain row: the API has another operation for
 * metadata, so that changing both takes two requests, and the second may fail after the first.
 *
 * @param send What makes the calls.
 */
export function bindUpdateOrganization(send: Send): OrganizationApi['updateOrganization'] {
  const { update, replaceMetadata } = bind(updateOrganizationRoutes, send);
  return async (organizationId, params) => {
    const { publicMetadata, privateMetadata, ...others } = params;
    if (publicMetadata === undefined && privateMetadata === undefined) {
      return update(organizationId, others);
    }
    if (Object.keys(others).length > 0) await update(organizationId, others);
    return replaceMetadata(organizationId, { publicMetadata, privateMetadata });
  };
}

import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import { bindGetOrganization } from './get-organization.js';
import { bindOrganizationDomainApi } from './organization-domain-api.js';
import type { OrganizationDomainApi } from './organization-domain-api.js';
import { bindOrganizationInvitationApi } from './organization-invitation-api.js';
import type { OrganizationInvitationApi } from './organization-invitation-api.js';
import { bindOrganizationMembershipApi } from './organization-membership-api.js';
import type { OrganizationMembershipApi } from './organization-membership-api.js';
import type { MetadataParams } from './organization-metadata.js';
import type {
  CreateOrganizationParams,
  GetOrganizationListParams,
  GetOrganizationParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationParams,
} from './organization-params.js';
import type { Organization } from './organization.js';
import { bindUpdateOrganization } from './update-organization.js';

/** Operations on organizations, their members, invitations and domains. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationApi
  extends OrganizationMembershipApi, OrganizationInvitationApi, OrganizationDomainApi {
  /**
   * Lists organizations.
   *
   * Source: GET /organizations.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationList(
    params?: GetOrganizationListParams,
  ): Promise<PaginatedResourceResponse<Organization[]>>;

  /**
   * Goes through all organizations that {@link getOrganizationList} would list, page by page.
   *
   * Source: GET /organizations.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: GetOrganizationListParams): AsyncIterableIterator<Organization>;

  /**
   * Creates an organization.
   *
   * Source: POST /organizations.
   *
   * @param params What to make it of.
   */
  createOrganization(params: CreateOrganizationParams): Promise<Organization>;

  /**
   * Reads one organization, by its id or its slug.
   *
   * Source: GET /organizations/{organization_id}.
   *
   * @param params Its id or its slug, and what else to tell of it.
   */
  getOrganization(params: GetOrganizationParams): Promise<Organization>;

  /**
   * Changes an organization. Metadata in the parameters replaces what is there, by a second request.
   *
   * Source: PATCH /organizations/{organization_id}, PUT /organizations/{organization_id}/metadata.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params What to change.
   */
  updateOrganization(
    organizationId: string,
    params: UpdateOrganizationParams,
  ): Promise<Organization>;

  /**
   * Uploads the logo of an organization.
   *
   * Source: PUT /organizations/{organization_id}/logo.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params The image, and who uploads it.
   */
  updateOrganizationLogo(
    organizationId: string,
    params: UpdateOrganizationLogoParams,
  ): Promise<Organization>;

  /**
   * Takes the logo away from an organization.
   *
   * Source: DELETE /organizations/{organization_id}/logo.
   *
   * @param organizationId The organization's id (`org_…`).
   */
  deleteOrganizationLogo(organizationId: string): Promise<Organization>;

  /**
   * Merges metadata into that of an organization, at every depth; null removes a key.
   *
   * Source: PATCH /organizations/{organization_id}/metadata.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params What to merge.
   */
  updateOrganizationMetadata(organizationId: string, params: MetadataParams): Promise<Organization>;

  /**
   * Puts other metadata in the place of that of an organization. What the parameters leave out stays
   * as it is.
   *
   * Source: PUT /organizations/{organization_id}/metadata.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params What to replace.
   */
  replaceOrganizationMetadata(
    organizationId: string,
    params: MetadataParams,
  ): Promise<Organization>;

  /**
   * Deletes an organization.
   *
   * Source: DELETE /organizations/{organization_id}.
   *
   * @param organizationId The organization's id (`org_…`).
   * @returns What is left of it: of its own properties only `id` and `slug`. The rest of the type is
   * there for code that is typed by the vendor's client.
   */
  deleteOrganization(organizationId: string): Promise<Organization & DeletedObject>;
}

/** The operations of {@link OrganizationApi} on organizations themselves that only forward. */
export const organizationRoutes = routes<OrganizationApi>()(
  {
    getOrganizationList: 'GET /organizations',
    createOrganization: 'POST /organizations',
    updateOrganizationLogo: 'PUT /organizations/{organizationId}/logo',
    deleteOrganizationLogo: 'DELETE /organizations/{organizationId}/logo',
    updateOrganizationMetadata: 'PATCH /organizations/{organizationId}/metadata',
    replaceOrganizationMetadata: 'PUT /organizations/{organizationId}/metadata',
    deleteOrganization: 'DELETE /organizations/{organizationId}',
  },
  { updateOrganizationLogo: { params: 'form' } },
);

/** @param send What makes the calls. */
export function bindOrganizationApi(send: Send): OrganizationApi {
  const api = bind(organizationRoutes, send);
  return {
    ...bindOrganizationMembershipApi(send),
    ...bindOrganizationInvitationApi(send),
    ...bindOrganizationDomainApi(send),
    ...api,
    each: (params) => eachOf(api.getOrganizationList, params),
    getOrganization: bindGetOrganization(send),
    updateOrganization: bindUpdateOrganization(send),
  };
}

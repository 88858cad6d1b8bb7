import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  CreateOrganizationDomainParams,
  DeleteOrganizationDomainParams,
  GetInstanceOrganizationDomainListParams,
  GetOrganizationDomainListParams,
  UpdateOrganizationDomainParams,
} from './organization-domain-params.js';
import type { OrganizationDomain } from './organization-domain.js';

type Domains = Promise<PaginatedResourceResponse<OrganizationDomain[]>>;

/** Operations on the domains of organizations. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationDomainApi {
  /**
   * Lists the domains of an organization.
   *
   * Source: GET /organizations/{organization_id}/domains.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationDomainList(params: GetOrganizationDomainListParams): Domains;

  /**
   * Goes through all domains that {@link getOrganizationDomainList} would list, page by page.
   *
   * Source: GET /organizations/{organization_id}/domains.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachDomain(params: GetOrganizationDomainListParams): AsyncIterableIterator<OrganizationDomain>;

  /**
   * Lists the domains of all organizations.
   *
   * Source: GET /organization_domains.
   *
   * @param params Which ones, and which page of them.
   */
  getInstanceOrganizationDomainList(params?: GetInstanceOrganizationDomainListParams): Domains;

  /**
   * Goes through all domains of all organizations, page by page.
   *
   * Source: GET /organization_domains.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachInstanceDomain(
    params?: GetInstanceOrganizationDomainListParams,
  ): AsyncIterableIterator<OrganizationDomain>;

  /**
   * Adds a domain to an organization; it counts as proved unless `verified` is false.
   *
   * Source: POST /organizations/{organization_id}/domains.
   *
   * @param params The organization and the domain.
   */
  createOrganizationDomain(params: CreateOrganizationDomainParams): Promise<OrganizationDomain>;

  /**
   * Changes a domain of an organization.
   *
   * Source: PATCH /organizations/{organization_id}/domains/{domain_id}.
   *
   * @param params Which one, and what to change.
   */
  updateOrganizationDomain(params: UpdateOrganizationDomainParams): Promise<OrganizationDomain>;

  /**
   * Takes a domain away from an organization.
   *
   * Source: DELETE /organizations/{organization_id}/domains/{domain_id}.
   *
   * @param params Which one.
   * @returns What is left of it: of its own properties only `id`. The rest of the type is there for
   * code that is typed by the vendor's client.
   */
  deleteOrganizationDomain(
    params: DeleteOrganizationDomainParams,
  ): Promise<OrganizationDomain & DeletedObject>;

  /**
   * Takes it for proved that a domain belongs to its organization, without its DNS having to say so.
   * Calling it again changes nothing.
   *
   * Source: POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership.
   *
   * @param params Which one.
   */
  verifyOrganizationDomainOwnership(
    params: DeleteOrganizationDomainParams,
  ): Promise<OrganizationDomain>;
}

/** The operations of {@link OrganizationDomainApi}. */
export const organizationDomainRoutes = routes<OrganizationDomainApi>()({
  getOrganizationDomainList: 'GET /organizations/{organizationId}/domains',
  getInstanceOrganizationDomainList: 'GET /organization_domains',
  createOrganizationDomain: 'POST /organizations/{organizationId}/domains',
  updateOrganizationDomain: 'PATCH /organizations/{organizationId}/domains/{domainId}',
  deleteOrganizationDomain: 'DELETE /organizations/{organizationId}/domains/{domainId}',
  verifyOrganizationDomainOwnership:
    'POST /organizations/{organizationId}/domains/{domainId}/verify_ownership',
});

/** @param send What makes the calls. */
export function bindOrganizationDomainApi(send: Send): OrganizationDomainApi {
  const api = bind(organizationDomainRoutes, send);
  return {
    ...api,
    eachDomain: (params) => eachOf(api.getOrganizationDomainList, params),
    eachInstanceDomain: (params) => eachOf(api.getInstanceOrganizationDomainList, params),
    createOrganizationDomain: async (params) =>
      api.createOrganizationDomain({ ...params, verified: params.verified ?? true }),
  };
}

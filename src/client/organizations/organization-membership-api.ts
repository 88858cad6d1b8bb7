import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  CreateOrganizationMembershipParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationMembershipListParams,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
} from './organization-membership-params.js';
import type { OrganizationMembership } from './organization-membership.js';

/** Operations on the members of organizations. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationMembershipApi {
  /**
   * Lists members of an organization.
   *
   * Source: GET /organizations/{organization_id}/memberships.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationMembershipList(
    params: GetOrganizationMembershipListParams,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>>;

  /**
   * Goes through all members that {@link getOrganizationMembershipList} would list, page by page.
   *
   * Source: GET /organizations/{organization_id}/memberships.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachMembership(
    params: GetOrganizationMembershipListParams,
  ): AsyncIterableIterator<OrganizationMembership>;

  /**
   * Lists members of all organizations.
   *
   * Source: GET /organization_memberships.
   *
   * @param params Which ones, and which page of them.
   */
  getInstanceOrganizationMembershipList(
    params?: GetInstanceOrganizationMembershipListParams,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>>;

  /**
   * Goes through all members of all organizations, page by page.
   *
   * Source: GET /organization_memberships.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachInstanceMembership(
    params?: GetInstanceOrganizationMembershipListParams,
  ): AsyncIterableIterator<OrganizationMembership>;

  /**
   * Makes a user a member of an organization, without an invitation.
   *
   * Source: POST /organizations/{organization_id}/memberships.
   *
   * @param params Who, where and as what.
   */
  createOrganizationMembership(
    params: CreateOrganizationMembershipParams,
  ): Promise<OrganizationMembership>;

  /**
   * Gives a member another role.
   *
   * Source: PATCH /organizations/{organization_id}/memberships/{user_id}.
   *
   * @param params Whose membership, and the role.
   */
  updateOrganizationMembership(
    params: UpdateOrganizationMembershipParams,
  ): Promise<OrganizationMembership>;

  /**
   * Merges metadata into that of a membership, at every depth; null removes a key.
   *
   * Source: PATCH /organizations/{organization_id}/memberships/{user_id}/metadata.
   *
   * @param params Whose membership, and what to merge.
   */
  updateOrganizationMembershipMetadata(
    params: UpdateOrganizationMembershipMetadataParams,
  ): Promise<OrganizationMembership>;

  /**
   * Takes a user out of an organization.
   *
   * Source: DELETE /organizations/{organization_id}/memberships/{user_id}.
   *
   * @param params Whose membership.
   */
  deleteOrganizationMembership(
    params: DeleteOrganizationMembershipParams,
  ): Promise<OrganizationMembership>;
}

/** The operations of {@link OrganizationMembershipApi}. */
export const organizationMembershipRoutes = routes<OrganizationMembershipApi>()({
  getOrganizationMembershipList: 'GET /organizations/{organizationId}/memberships',
  getInstanceOrganizationMembershipList: 'GET /organization_memberships',
  createOrganizationMembership: 'POST /organizations/{organizationId}/memberships',
  updateOrganizationMembership: 'PATCH /organizations/{organizationId}/memberships/{userId}',
  updateOrganizationMembershipMetadata:
    'PATCH /organizations/{organizationId}/memberships/{userId}/metadata',
  deleteOrganizationMembership: 'DELETE /organizations/{organizationId}/memberships/{userId}',
});

/** @param send What makes the calls. */
export function bindOrganizationMembershipApi(send: Send): OrganizationMembershipApi {
  const api = bind(organizationMembershipRoutes, send);
  return {
    ...api,
    eachMembership: (params) => eachOf(api.getOrganizationMembershipList, params),
    eachInstanceMembership: (params) => eachOf(api.getInstanceOrganizationMembershipList, params),
  };
}

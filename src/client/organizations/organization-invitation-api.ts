import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  CreateBulkOrganizationInvitationParams,
  CreateOrganizationInvitationParams,
  GetInstanceOrganizationInvitationListParams,
  GetOrganizationInvitationListParams,
  GetOrganizationInvitationParams,
  GetPendingOrganizationInvitationListParams,
  RevokeOrganizationInvitationParams,
} from './organization-invitation-params.js';
import type { OrganizationInvitation } from './organization-invitation.js';

type Invitations = Promise<PaginatedResourceResponse<OrganizationInvitation[]>>;

/** Operations on invitations into organizations. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationInvitationApi {
  /**
   * Lists invitations into an organization.
   *
   * Source: GET /organizations/{organization_id}/invitations.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationInvitationList(params: GetOrganizationInvitationListParams): Invitations;

  /**
   * Goes through all invitations that {@link getOrganizationInvitationList} would list, page by page.
   *
   * Source: GET /organizations/{organization_id}/invitations.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachInvitation(
    params: GetOrganizationInvitationListParams,
  ): AsyncIterableIterator<OrganizationInvitation>;

  /**
   * Lists invitations into an organization that nobody has answered yet.
   *
   * Source: GET /organizations/{organization_id}/invitations/pending.
   *
   * @param params Which ones, and which page of them.
   * @deprecated Call `getOrganizationInvitationList` with `status: ['pending']`.
   */
  getPendingOrganizationInvitationList(
    params: GetPendingOrganizationInvitationListParams,
  ): Invitations;

  /**
   * Goes through all invitations into an organization that nobody has answered yet, page by page.
   *
   * Source: GET /organizations/{organization_id}/invitations/pending.
   *
   * @param params Which ones; `limit` is the size of a page.
   * @deprecated Call `eachInvitation` with `status: ['pending']`.
   */
  eachPendingInvitation(
    params: GetPendingOrganizationInvitationListParams,
  ): AsyncIterableIterator<OrganizationInvitation>;

  /**
   * Lists invitations into all organizations, with what each organization shows of itself.
   *
   * Source: GET /organization_invitations.
   *
   * @param params Which ones, and which page of them.
   */
  getInstanceOrganizationInvitationList(
    params?: GetInstanceOrganizationInvitationListParams,
  ): Invitations;

  /**
   * Goes through all invitations into all organizations, page by page.
   *
   * Source: GET /organization_invitations.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachInstanceInvitation(
    params?: GetInstanceOrganizationInvitationListParams,
  ): AsyncIterableIterator<OrganizationInvitation>;

  /**
   * Invites somebody into an organization, by email.
   *
   * Source: POST /organizations/{organization_id}/invitations.
   *
   * @param params Who, where and as what.
   */
  createOrganizationInvitation(
    params: CreateOrganizationInvitationParams,
  ): Promise<OrganizationInvitation>;

  /**
   * Invites several people into an organization, all or none.
   *
   * Source: POST /organizations/{organization_id}/invitations/bulk.
   *
   * @param organizationId The organization's id (`org_…`).
   * @param params Up to 10 people, and what each is to be.
   */
  createOrganizationInvitationBulk(
    organizationId: string,
    params: CreateBulkOrganizationInvitationParams,
  ): Invitations;

  /**
   * Reads one invitation.
   *
   * Source: GET /organizations/{organization_id}/invitations/{invitation_id}.
   *
   * @param params Which one.
   */
  getOrganizationInvitation(
    params: GetOrganizationInvitationParams,
  ): Promise<OrganizationInvitation>;

  /**
   * Takes an invitation back that nobody has answered yet.
   *
   * Source: POST /organizations/{organization_id}/invitations/{invitation_id}/revoke.
   *
   * @param params Which one, and who takes it back.
   */
  revokeOrganizationInvitation(
    params: RevokeOrganizationInvitationParams,
  ): Promise<OrganizationInvitation>;
}

/** The operations of {@link OrganizationInvitationApi}. */
export const organizationInvitationRoutes = routes<OrganizationInvitationApi>()({
  getOrganizationInvitationList: 'GET /organizations/{organizationId}/invitations',
  getPendingOrganizationInvitationList: 'GET /organizations/{organizationId}/invitations/pending',
  getInstanceOrganizationInvitationList: 'GET /organization_invitations',
  createOrganizationInvitation: 'POST /organizations/{organizationId}/invitations',
  createOrganizationInvitationBulk: 'POST /organizations/{organizationId}/invitations/bulk',
  getOrganizationInvitation: 'GET /organizations/{organizationId}/invitations/{invitationId}',
  revokeOrganizationInvitation:
    'POST /organizations/{organizationId}/invitations/{invitationId}/revoke',
});

/** @param send What makes the calls. */
export function bindOrganizationInvitationApi(send: Send): OrganizationInvitationApi {
  const api = bind(organizationInvitationRoutes, send);
  return {
    ...api,
    eachInvitation: (params) => eachOf(api.getOrganizationInvitationList, params),
    eachPendingInvitation: (params) => eachOf(api.getPendingOrganizationInvitationList, params),
    eachInstanceInvitation: (params) => eachOf(api.getInstanceOrganizationInvitationList, params),
  };
}

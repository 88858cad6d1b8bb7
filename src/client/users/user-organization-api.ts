import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type {
  OrganizationInvitation,
  OrganizationInvitationStatus,
} from '../organizations/organization-invitation.js';
import type { OrganizationMembership } from '../organizations/organization-membership.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';

/** Whose memberships to list. */
export interface GetUserOrganizationMembershipListParams extends ClerkPaginationRequest {
  /** The user's id (`user_…`). */
  readonly userId: string;
}

/** Whose invitations to list. */
export interface GetUserOrganizationInvitationListParams extends ClerkPaginationRequest {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** Only those in this state. */
  readonly status?: OrganizationInvitationStatus;
}

/** The part of `users` that is about organizations. */
export interface UserOrganizationApi {
  /**
   * Lists a user's memberships in organizations, the newest first.
   *
   * Source: GET /users/{user_id}/organization_memberships.
   *
   * @param params Whose, and which page of them.
   */
  getOrganizationMembershipList(
    params: GetUserOrganizationMembershipListParams,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>>;

  /**
   * Goes through a user's memberships in organizations, page by page, the newest first.
   *
   * Source: GET /users/{user_id}/organization_memberships.
   *
   * @param params Whose; `limit` is the size of a page.
   */
  eachOrganizationMembership(
    params: GetUserOrganizationMembershipListParams,
  ): AsyncIterableIterator<OrganizationMembership>;

  /**
   * Lists the invitations of a user into organizations, the newest first.
   *
   * Source: GET /users/{user_id}/organization_invitations.
   *
   * @param params Whose, and which page of them.
   */
  getOrganizationInvitationList(
    params: GetUserOrganizationInvitationListParams,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>>;

  /**
   * Goes through the invitations of a user into organizations, page by page, the newest first.
   *
   * Source: GET /users/{user_id}/organization_invitations.
   *
   * @param params Whose; `limit` is the size of a page.
   */
  eachOrganizationInvitation(
    params: GetUserOrganizationInvitationListParams,
  ): AsyncIterableIterator<OrganizationInvitation>;
}

/** The operations of {@link UserOrganizationApi}. */
export const userOrganizationRoutes = routes<UserOrganizationApi>()({
  getOrganizationMembershipList: 'GET /users/{userId}/organization_memberships',
  getOrganizationInvitationList: 'GET /users/{userId}/organization_invitations',
});

/** @param send What makes the calls. */
export function bindUserOrganizationApi(send: Send): UserOrganizationApi {
  const lists = bind(userOrganizationRoutes, send);
  return {
    ...lists,
    eachOrganizationMembership: (params) => eachOf(lists.getOrganizationMembershipList, params),
    eachOrganizationInvitation: (params) => eachOf(lists.getOrganizationInvitationList, params),
  };
}

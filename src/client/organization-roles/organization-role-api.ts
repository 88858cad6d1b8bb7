import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  CreateOrganizationRoleParams,
  GetOrganizationRoleListParams,
  OrganizationRolePermissionParams,
  UpdateOrganizationRoleParams,
} from './organization-role-params.js';
import type { Role } from './role.js';

/** Operations on the roles that members of organizations can have. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationRoleApi {
  /**
   * Lists roles.
   *
   * Source: GET /organization_roles.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationRoleList(
    params?: GetOrganizationRoleListParams,
  ): Promise<PaginatedResourceResponse<Role[]>>;

  /**
   * Goes through all roles that {@link getOrganizationRoleList} would list, page by page.
   *
   * Source: GET /organization_roles.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: GetOrganizationRoleListParams): AsyncIterableIterator<Role>;

  /**
   * Reads one role.
   *
   * Source: GET /organization_roles/{organization_role_id}.
   *
   * @param organizationRoleId The role's id (`role_…`).
   */
  getOrganizationRole(organizationRoleId: string): Promise<Role>;

  /**
   * Creates a role.
   *
   * Source: POST /organization_roles.
   *
   * @param params What to make it of.
   */
  createOrganizationRole(params: CreateOrganizationRoleParams): Promise<Role>;

  /**
   * Changes a role.
   *
   * Source: PATCH /organization_roles/{organization_role_id}.
   *
   * @param params Which one, and what to change.
   */
  updateOrganizationRole(params: UpdateOrganizationRoleParams): Promise<Role>;

  /**
   * Deletes a role.
   *
   * Source: DELETE /organization_roles/{organization_role_id}.
   *
   * @param organizationRoleId The role's id (`role_…`).
   */
  deleteOrganizationRole(organizationRoleId: string): Promise<DeletedObject>;

  /**
   * Gives a role a permission.
   *
   * Source: POST /organization_roles/{organization_role_id}/permissions/{permission_id}.
   *
   * @param params The role and the permission.
   */
  assignPermissionToOrganizationRole(params: OrganizationRolePermissionParams): Promise<Role>;

  /**
   * Takes a permission from a role.
   *
   * Source: DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}.
   *
   * @param params The role and the permission.
   */
  removePermissionFromOrganizationRole(params: OrganizationRolePermissionParams): Promise<Role>;
}

/** The operations of {@link OrganizationRoleApi}. */
export const organizationRoleRoutes = routes<OrganizationRoleApi>()({
  getOrganizationRoleList: 'GET /organization_roles',
  getOrganizationRole: 'GET /organization_roles/{organizationRoleId}',
  createOrganizationRole: 'POST /organization_roles',
  updateOrganizationRole: 'PATCH /organization_roles/{organizationRoleId}',
  deleteOrganizationRole: 'DELETE /organization_roles/{organizationRoleId}',
  assignPermissionToOrganizationRole:
    'POST /organization_roles/{organizationRoleId}/permissions/{permissionId}',
  removePermissionFromOrganizationRole:
    'DELETE /organization_roles/{organizationRoleId}/permissions/{permissionId}',
});

/** @param send What makes the calls. */
export function bindOrganizationRoleApi(send: Send): OrganizationRoleApi {
  const api = bind(organizationRoleRoutes, send);
  return { ...api, each: (params) => eachOf(api.getOrganizationRoleList, params) };
}

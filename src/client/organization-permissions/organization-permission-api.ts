import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { WithSign } from '../with-sign.js';
import type { Permission } from './permission.js';

/** Which permissions to list. */
export interface GetOrganizationPermissionListParams extends ClerkPaginationRequest {
  /** A part of the name or the key, or the whole id. */
  readonly query?: string;
  /** Default: the newest first. */
  readonly orderBy?: WithSign<'created_at' | 'name' | 'key'>;
}

/** What a new permission is. */
export interface CreateOrganizationPermissionParams {
  /** What it is called, for people to read. */
  readonly name: string;
  /** `org:feature:action`; no key begins with `org:sys_`. */
  readonly key: string;
  /** What members with it may do, for people to read. */
  readonly description?: string;
}

/** What of a permission to change. */
export interface UpdateOrganizationPermissionParams extends Partial<CreateOrganizationPermissionParams> {
  /** The permission's id (`perm_…`). */
  readonly permissionId: string;
}

/** Operations on the permissions that roles can have. Every method rejects with a `ClerkApiError` when its call fails. */
export interface OrganizationPermissionApi {
  /**
   * Lists permissions.
   *
   * Source: GET /organization_permissions.
   *
   * @param params Which ones, and which page of them.
   */
  getOrganizationPermissionList(
    params?: GetOrganizationPermissionListParams,
  ): Promise<PaginatedResourceResponse<Permission[]>>;

  /**
   * Goes through all permissions that {@link getOrganizationPermissionList} would list, page by page.
   *
   * Source: GET /organization_permissions.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: GetOrganizationPermissionListParams): AsyncIterableIterator<Permission>;

  /**
   * Reads one permission.
   *
   * Source: GET /organization_permissions/{permission_id}.
   *
   * @param permissionId The permission's id (`perm_…`).
   */
  getOrganizationPermission(permissionId: string): Promise<Permission>;

  /**
   * Creates a permission.
   *
   * Source: POST /organization_permissions.
   *
   * @param params What to make it of.
   */
  createOrganizationPermission(params: CreateOrganizationPermissionParams): Promise<Permission>;

  /**
   * Changes a permission.
   *
   * Source: PATCH /organization_permissions/{permission_id}.
   *
   * @param params Which one, and what to change.
   */
  updateOrganizationPermission(params: UpdateOrganizationPermissionParams): Promise<Permission>;

  /**
   * Deletes a permission.
   *
   * Source: DELETE /organization_permissions/{permission_id}.
   *
   * @param permissionId The permission's id (`perm_…`).
   */
  deleteOrganizationPermission(permissionId: string): Promise<DeletedObject>;
}

/** The operations of {@link OrganizationPermissionApi}. */
export const organizationPermissionRoutes = routes<OrganizationPermissionApi>()({
  getOrganizationPermissionList: 'GET /organization_permissions',
  getOrganizationPermission: 'GET /organization_permissions/{permissionId}',
  createOrganizationPermission: 'POST /organization_permissions',
  updateOrganizationPermission: 'PATCH /organization_permissions/{permissionId}',
  deleteOrganizationPermission: 'DELETE /organization_permissions/{permissionId}',
});

/** @param send What makes the calls. */
export function bindOrganizationPermissionApi(send: Send): OrganizationPermissionApi {
  const api = bind(organizationPermissionRoutes, send);
  return { ...api, each: (params) => eachOf(api.getOrganizationPermissionList, params) };
}

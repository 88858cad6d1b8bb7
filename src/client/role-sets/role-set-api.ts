import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  AddRolesToRoleSetParams,
  CreateRoleSetParams,
  GetRoleSetListParams,
  ReplaceRoleInRoleSetParams,
  ReplaceRoleSetParams,
  UpdateRoleSetParams,
} from './role-set-params.js';
import type { RoleSet } from './role-set.js';

/** Operations on the sets of roles that organizations use. Every method rejects with a `ClerkApiError` when its call fails. */
export interface RoleSetApi {
  /**
   * Lists role sets.
   *
   * Source: GET /role_sets.
   *
   * @param params Which ones, and which page of them.
   */
  getRoleSetList(params?: GetRoleSetListParams): Promise<PaginatedResourceResponse<RoleSet[]>>;

  /**
   * Goes through all role sets that {@link getRoleSetList} would list, page by page.
   *
   * Source: GET /role_sets.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: GetRoleSetListParams): AsyncIterableIterator<RoleSet>;

  /**
   * Reads one role set.
   *
   * Source: GET /role_sets/{role_set_key_or_id}.
   *
   * @param roleSetKeyOrId The role set's key (`role_set:…`) or id.
   */
  getRoleSet(roleSetKeyOrId: string): Promise<RoleSet>;

  /**
   * Creates a role set.
   *
   * Source: POST /role_sets.
   *
   * @param params What to make it of.
   */
  createRoleSet(params: CreateRoleSetParams): Promise<RoleSet>;

  /**
   * Changes a role set.
   *
   * Source: PATCH /role_sets/{role_set_key_or_id}.
   *
   * @param params Which one, and what to change.
   */
  updateRoleSet(params: UpdateRoleSetParams): Promise<RoleSet>;

  /**
   * Adds roles to a role set.
   *
   * Source: POST /role_sets/{role_set_key_or_id}/roles.
   *
   * @param params The role set, and the roles to add.
   */
  addRolesToRoleSet(params: AddRolesToRoleSetParams): Promise<RoleSet>;

  /**
   * Takes a role out of a role set; its members get another.
   *
   * Source: POST /role_sets/{role_set_key_or_id}/roles/replace.
   *
   * @param params The role set, the role to take out, and the one that its members get.
   */
  replaceRoleInRoleSet(params: ReplaceRoleInRoleSetParams): Promise<RoleSet>;

  /**
   * Deletes a role set; its organizations get another.
   *
   * Source: POST /role_sets/{role_set_key_or_id}/replace.
   *
   * @param params The role set, and the one that its organizations get.
   */
  replaceRoleSet(params: ReplaceRoleSetParams): Promise<DeletedObject>;
}

/** The operations of {@link RoleSetApi}. */
export const roleSetRoutes = routes<RoleSetApi>()({
  getRoleSetList: 'GET /role_sets',
  getRoleSet: 'GET /role_sets/{roleSetKeyOrId}',
  createRoleSet: 'POST /role_sets',
  updateRoleSet: 'PATCH /role_sets/{roleSetKeyOrId}',
  addRolesToRoleSet: 'POST /role_sets/{roleSetKeyOrId}/roles',
  replaceRoleInRoleSet: 'POST /role_sets/{roleSetKeyOrId}/roles/replace',
  replaceRoleSet: 'POST /role_sets/{roleSetKeyOrId}/replace',
});

/** @param send What makes the calls. */
export function bindRoleSetApi(send: Send): RoleSetApi {
  const api = bind(roleSetRoutes, send);
  return { ...api, each: (params) => eachOf(api.getRoleSetList, params) };
}

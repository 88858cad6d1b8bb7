import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachInOne, eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { Directory } from './directory.js';
import type { DirectoryGroupRoleMapping } from './group-role-mapping.js';
import type {
  CreateScimGroupRoleMappingParams,
  CreateScimDirectoryParams,
  ReplaceScimGroupRoleMappingsParams,
  UpdateScimDirectoryParams,
} from './scim-directory-params.js';
import { withWireMappings } from './wire-mappings.js';

/** Operations on directories by their older name, SCIM; `directories` has the same ones. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ScimDirectoryApi {
  /**
   * Lists directories.
   *
   * Source: GET /scim_directories.
   *
   * @param params Which ones, and which page of them.
   */
  list(params?: ClerkPaginationRequest): Promise<PaginatedResourceResponse<Directory[]>>;

  /**
   * Lists directories one after the other, page by page.
   *
   * Source: GET /scim_directories.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<Directory>;

  /**
   * Makes a directory. The answer brings its API key.
   *
   * Source: POST /scim_directories.
   *
   * @param params What to make it of.
   */
  create(params: CreateScimDirectoryParams): Promise<Directory>;

  /**
   * Reads one directory, without its API key.
   *
   * Source: GET /scim_directories/{scim_directory_id}.
   *
   * @param scimDirectoryId The directory's id.
   */
  get(scimDirectoryId: string): Promise<Directory>;

  /**
   * Changes a directory.
   *
   * Source: PATCH /scim_directories/{scim_directory_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateScimDirectoryParams): Promise<Directory>;

  /**
   * Deletes a directory: its identity provider can change nothing any more.
   *
   * Source: DELETE /scim_directories/{scim_directory_id}.
   *
   * @param scimDirectoryId The directory's id.
   */
  delete(scimDirectoryId: string): Promise<DeletedObject>;

  /**
   * Gives a directory a new API key, and answers with it. The old one works for a short while.
   *
   * Source: POST /scim_directories/{scim_directory_id}/rotate_api_key.
   *
   * @param scimDirectoryId The directory's id.
   */
  rotateApiKey(scimDirectoryId: string): Promise<Directory>;

  /**
   * Lists which groups have which roles, all of them, the one that counts first first.
   *
   * Source: GET /scim_directories/{scim_directory_id}/group_role_mappings.
   *
   * @param scimDirectoryId The directory's id.
   */
  listGroupRoleMappings(
    scimDirectoryId: string,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>>;

  /**
   * Lists which groups have which roles one after the other.
   *
   * Source: GET /scim_directories/{scim_directory_id}/group_role_mappings.
   *
   * @param scimDirectoryId The directory's id.
   */
  eachGroupRoleMapping(scimDirectoryId: string): AsyncIterableIterator<DirectoryGroupRoleMapping>;

  /**
   * Gives the members of a group a role.
   *
   * Source: POST /scim_directories/{scim_directory_id}/group_role_mappings.
   *
   * @param params The directory, the group and the role.
   */
  createGroupRoleMapping(
    params: CreateScimGroupRoleMappingParams,
  ): Promise<DirectoryGroupRoleMapping>;

  /**
   * Says anew which groups have which roles.
   *
   * Source: PUT /scim_directories/{scim_directory_id}/group_role_mappings.
   *
   * @param params The directory, and all the mappings that it is to have.
   */
  replaceGroupRoleMappings(
    params: ReplaceScimGroupRoleMappingsParams,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>>;

  /**
   * Takes the role of a group's members away.
   *
   * Source: DELETE /scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}.
   *
   * @param scimDirectoryId The directory's id.
   * @param mappingId The mapping's id.
   */
  deleteGroupRoleMapping(scimDirectoryId: string, mappingId: string): Promise<DeletedObject>;
}

/** The operations of {@link ScimDirectoryApi}. */
export const scimDirectoryRoutes = routes<ScimDirectoryApi>()(
  {
    list: 'GET /scim_directories',
    create: 'POST /scim_directories',
    get: 'GET /scim_directories/{scimDirectoryId}',
    update: 'PATCH /scim_directories/{scimDirectoryId}',
    delete: 'DELETE /scim_directories/{scimDirectoryId}',
    rotateApiKey: 'POST /scim_directories/{scimDirectoryId}/rotate_api_key',
    listGroupRoleMappings: 'GET /scim_directories/{scimDirectoryId}/group_role_mappings',
    createGroupRoleMapping: 'POST /scim_directories/{scimDirectoryId}/group_role_mappings',
    replaceGroupRoleMappings: 'PUT /scim_directories/{scimDirectoryId}/group_role_mappings',
    deleteGroupRoleMapping:
      'DELETE /scim_directories/{scimDirectoryId}/group_role_mappings/{mappingId}',
  },
  { create: { nested: 'renamed' } },
);

/** @param send What makes the calls. */
export function bindScimDirectoryApi(send: Send): ScimDirectoryApi {
  const operations = bind(scimDirectoryRoutes, send);
  const { list, listGroupRoleMappings, replaceGroupRoleMappings } = operations;
  return {
    ...operations,
    each: (params) => eachOf(list, params),
    eachGroupRoleMapping: (scimDirectoryId) => eachInOne(listGroupRoleMappings, scimDirectoryId),
    replaceGroupRoleMappings: async (params) => replaceGroupRoleMappings(withWireMappings(params)),
  };
}

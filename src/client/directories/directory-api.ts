import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachInOne, eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type {
  CreateDirectoryGroupRoleMappingParams,
  CreateDirectoryParams,
  ReplaceDirectoryGroupRoleMappingsParams,
  UpdateDirectoryParams,
} from './directory-params.js';
import type { Directory } from './directory.js';
import type { DirectoryGroupRoleMapping } from './group-role-mapping.js';
import { withWireMappings } from './wire-mappings.js';

/** Operations on directories. Every method rejects with a `ClerkApiError` when its call fails. */
export interface DirectoryApi {
  /**
   * Lists directories.
   *
   * Source: GET /directories.
   *
   * @param params Which ones, and which page of them.
   */
  list(params?: ClerkPaginationRequest): Promise<PaginatedResourceResponse<Directory[]>>;

  /**
   * Lists directories one after the other, page by page.
   *
   * Source: GET /directories.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<Directory>;

  /**
   * Makes a directory. The answer brings its API key.
   *
   * Source: POST /directories.
   *
   * @param params What to make it of.
   */
  create(params: CreateDirectoryParams): Promise<Directory>;

  /**
   * Reads one directory, without its API key.
   *
   * Source: GET /directories/{directory_id}.
   *
   * @param directoryId The directory's id.
   */
  get(directoryId: string): Promise<Directory>;

  /**
   * Changes a directory.
   *
   * Source: PATCH /directories/{directory_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateDirectoryParams): Promise<Directory>;

  /**
   * Deletes a directory: its identity provider can change nothing any more.
   *
   * Source: DELETE /directories/{directory_id}.
   *
   * @param directoryId The directory's id.
   */
  delete(directoryId: string): Promise<DeletedObject>;

  /**
   * Gives a directory a new API key, and answers with it. The old one works for a short while.
   *
   * Source: POST /directories/{directory_id}/rotate_api_key.
   *
   * @param directoryId The directory's id.
   */
  rotateApiKey(directoryId: string): Promise<Directory>;

  /**
   * Lists which groups have which roles, all of them, the one that counts first first.
   *
   * Source: GET /directories/{directory_id}/group_role_mappings.
   *
   * @param directoryId The directory's id.
   */
  listGroupRoleMappings(
    directoryId: string,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>>;

  /**
   * Lists which groups have which roles one after the other.
   *
   * Source: GET /directories/{directory_id}/group_role_mappings.
   *
   * @param directoryId The directory's id.
   */
  eachGroupRoleMapping(directoryId: string): AsyncIterableIterator<DirectoryGroupRoleMapping>;

  /**
   * Gives the members of a group a role.
   *
   * Source: POST /directories/{directory_id}/group_role_mappings.
   *
   * @param params The directory, the group and the role.
   */
  createGroupRoleMapping(
    params: CreateDirectoryGroupRoleMappingParams,
  ): Promise<DirectoryGroupRoleMapping>;

  /**
   * Says anew which groups have which roles.
   *
   * Source: PUT /directories/{directory_id}/group_role_mappings.
   *
   * @param params The directory, and all the mappings that it is to have.
   */
  replaceGroupRoleMappings(
    params: ReplaceDirectoryGroupRoleMappingsParams,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>>;

  /**
   * Takes the role of a group's members away.
   *
   * Source: DELETE /directories/{directory_id}/group_role_mappings/{mapping_id}.
   *
   * @param directoryId The directory's id.
   * @param mappingId The mapping's id.
   */
  deleteGroupRoleMapping(directoryId: string, mappingId: string): Promise<DeletedObject>;
}

/** The operations of {@link DirectoryApi}. */
export const directoryRoutes = routes<DirectoryApi>()(
  {
    list: 'GET /directories',
    create: 'POST /directories',
    get: 'GET /directories/{directoryId}',
    update: 'PATCH /directories/{directoryId}',
    delete: 'DELETE /directories/{directoryId}',
    rotateApiKey: 'POST /directories/{directoryId}/rotate_api_key',
    listGroupRoleMappings: 'GET /directories/{directoryId}/group_role_mappings',
    createGroupRoleMapping: 'POST /directories/{directoryId}/group_role_mappings',
    replaceGroupRoleMappings: 'PUT /directories/{directoryId}/group_role_mappings',
    deleteGroupRoleMapping: 'DELETE /directories/{directoryId}/group_role_mappings/{mappingId}',
  },
  { create: { nested: 'renamed' } },
);

/** @param send What makes the calls. */
export function bindDirectoryApi(send: Send): DirectoryApi {
  const operations = bind(directoryRoutes, send);
  const { list, listGroupRoleMappings, replaceGroupRoleMappings } = operations;
  return {
    ...operations,
    each: (params) => eachOf(list, params),
    eachGroupRoleMapping: (directoryId) => eachInOne(listGroupRoleMappings, directoryId),
    replaceGroupRoleMappings: async (params) => replaceGroupRoleMappings(withWireMappings(params)),
  };
}

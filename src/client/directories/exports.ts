export type { DirectoryApi } from './directory-api.js';
export type {
  CreateDirectoryGroupRoleMappingParams,
  CreateDirectoryParams,
  DirectoryGroupRoleMappingParams,
  NewDirectoryGroupRoleMappingParams,
  ReplaceDirectoryGroupRoleMappingsParams,
  UpdateDirectoryParams,
} from './directory-params.js';
export type { Directory, DirectoryCustomAttribute } from './directory.js';
export type { DirectoryGroupRoleMapping } from './group-role-mapping.js';
export type { ScimDirectoryApi } from './scim-directory-api.js';
export type {
  CreateScimDirectoryParams,
  CreateScimGroupRoleMappingParams,
  NewScimGroupRoleMappingParams,
  ReplaceScimGroupRoleMappingsParams,
  ScimGroupRoleMappingParams,
  UpdateScimDirectoryParams,
} from './scim-directory-params.js';

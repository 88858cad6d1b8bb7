import type { UpdateDirectoryFields } from './directory-params.js';

/** Which role the members of a group are to have. */
export interface ScimGroupRoleMappingParams {
  /** The group's id at the identity provider. */
  readonly scimGroupId: string;
  /** The id of a role of organizations (`role_…`). */
  readonly roleId: string;
}

/** A mapping that is made together with its directory. */
export interface NewScimGroupRoleMappingParams extends ScimGroupRoleMappingParams {
  /** The group's name, at most 255 characters. */
  readonly scimGroupDisplayName?: string;
  /** Which of several mappings counts for a user: the one with the lowest, from 1 on. Without it the place in the list. */
  readonly precedence?: number;
}

/** What to make a directory of. */
export interface CreateScimDirectoryParams {
  /** The enterprise connection that it is to belong to (`entconn_…`). */
  readonly enterpriseConnectionId: string;
  /** What it is called, for people to read. */
  readonly name?: string;
  /** The identity provider. */
  readonly provider: string;
  /** Which groups are to have which roles. */
  readonly groupRoleMappings?: readonly NewScimGroupRoleMappingParams[];
}

/** Which directory to change, and what of it. */
export interface UpdateScimDirectoryParams extends UpdateDirectoryFields {
  /** Which one to change: its id. */
  readonly scimDirectoryId: string;
}

/** Which role a group's members are to have. Groups must decide on roles in this directory. */
export interface CreateScimGroupRoleMappingParams extends ScimGroupRoleMappingParams {
  /** The directory that the group is in. */
  readonly scimDirectoryId: string;
  /** Which of several mappings counts for a user: the one with the lowest, from 1 on. Without it the last one. */
  readonly precedence?: number;
}

/** Which groups' members are to have which roles, in the place of all that was said before. */
export interface ReplaceScimGroupRoleMappingsParams {
  /** The directory that the groups are in. */
  readonly scimDirectoryId: string;
  /** The first that fits a user counts; an empty list takes all mappings away. */
  readonly mappings: readonly ScimGroupRoleMappingParams[];
}

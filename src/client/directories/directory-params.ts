/** A group of a directory, by its id at the identity provider: under one of two names, which mean the same. */
type DirectoryGroup =
  | {
      /** The group's id at the identity provider. */
      readonly directoryGroupId: string;
      /** The older name of `directoryGroupId`, with the same value. */
      readonly scimGroupId?: string;
    }
  | {
      /** The older name of `directoryGroupId`. */
      readonly scimGroupId: string;
      /** Here the older name alone says which. */
      readonly directoryGroupId?: undefined;
    };

/** Which role the members of a group are to have. */
export type DirectoryGroupRoleMappingParams = DirectoryGroup & {
  /** The id of a role of organizations (`role_…`). */
  readonly roleId: string;
};

/** A mapping that is made together with its directory. */
export type NewDirectoryGroupRoleMappingParams = DirectoryGroupRoleMappingParams & {
  /** The group's name, at most 255 characters. */
  readonly directoryGroupDisplayName?: string;
  /** The older name of `directoryGroupDisplayName`. */
  readonly scimGroupDisplayName?: string;
  /** Which of several mappings counts for a user: the one with the lowest, from 1 on. Without it the place in the list. */
  readonly precedence?: number;
};

/** What to make a directory of. */
export interface CreateDirectoryParams {
  /** The enterprise connection that it is to belong to (`entconn_…`). */
  readonly enterpriseConnectionId: string;
  /** What it is called, for people to read. */
  readonly name?: string;
  /** The identity provider. */
  readonly provider: string;
  /** Which groups are to have which roles. */
  readonly groupRoleMappings?: readonly NewDirectoryGroupRoleMappingParams[];
}

/** What to change of a directory; what is not given stays. */
export interface UpdateDirectoryFields {
  /** What it is called, for people to read. */
  readonly name?: string;
  /** Whether what the identity provider sends is taken over. */
  readonly enabled?: boolean;
  /** The identity provider. */
  readonly provider?: string;
  /** Where attributes of a user are in the directory's user, as they are; null takes one away. */
  readonly attributeMapping?: Readonly<Record<string, string | null>>;
  /** Whether groups decide on roles. */
  readonly groupRoleMappingEnabled?: boolean;
}

/** Which directory to change, and what of it. */
export interface UpdateDirectoryParams extends UpdateDirectoryFields {
  /** Which one to change: its id. */
  readonly directoryId: string;
}

/** Which role a group's members are to have. Groups must decide on roles in this directory. */
export type CreateDirectoryGroupRoleMappingParams = DirectoryGroupRoleMappingParams & {
  /** The directory that the group is in. */
  readonly directoryId: string;
  /** Which of several mappings counts for a user: the one with the lowest, from 1 on. Without it the last one. */
  readonly precedence?: number;
};

/** Which groups' members are to have which roles, in the place of all that was said before. */
export interface ReplaceDirectoryGroupRoleMappingsParams {
  /** The directory that the groups are in. */
  readonly directoryId: string;
  /** The first that fits a user counts; an empty list takes all mappings away. */
  readonly mappings: readonly DirectoryGroupRoleMappingParams[];
}

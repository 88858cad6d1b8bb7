import { readRole } from '../organization-roles/role.js';
import type { Role } from '../organization-roles/role.js';
import { oneOr } from '../nested.js';
import { given, shape } from '../shape.js';

/**
 * That the members of a directory's group have a role. Times are Unix times in milliseconds.
 * Source: schemas DirectoryGroupRoleMapping and SCIMGroupRoleMapping, which have the same fields.
 */
export interface DirectoryGroupRoleMapping {
  /** The id by which it can be deleted. */
  readonly id: string;
  /** The directory that the group is in. */
  readonly directoryId: string;
  /** The older name of `directoryId`, with the same value. */
  readonly scimDirectoryId: string;
  /** The group's id at the identity provider. */
  readonly directoryGroupId: string;
  /** The older name of `directoryGroupId`, with the same value. */
  readonly scimGroupId: string;
  /** The group's name, as the identity provider says it. */
  readonly directoryGroupDisplayName: string;
  /** The older name of `directoryGroupDisplayName`, with the same value. */
  readonly scimGroupDisplayName: string;
  /** What the group's members become in the organization. */
  readonly role?: Role;
  /** Which of several mappings counts for a user: the one with the lowest, from 1 on. */
  readonly precedence: number;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `directory_group_role_mapping` or `scim_group_role_mapping`. */
export const readDirectoryGroupRoleMapping = shape<DirectoryGroupRoleMapping>({
  id: given,
  directoryId: given,
  scimDirectoryId: given,
  directoryGroupId: given,
  scimGroupId: given,
  directoryGroupDisplayName: given,
  scimGroupDisplayName: given,
  role: oneOr(readRole, undefined),
  precedence: given,
  createdAt: given,
  updatedAt: given,
});

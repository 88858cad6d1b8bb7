import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/** Which roles to list. */
export interface GetOrganizationRoleListParams extends ClerkPaginationRequest {
  /** A part of the name or the key, or the whole id. */
  readonly query?: string;
  /** Default: the newest first. */
  readonly orderBy?: WithSign<'created_at' | 'name' | 'key'>;
}

/** What a new role is. */
export interface CreateOrganizationRoleParams {
  /** What it is called, for people to read. */
  readonly name: string;
  /** `org:` and lower-case letters, digits and underscores. */
  readonly key: string;
  /** Who is to have it, for people to read. */
  readonly description?: string | null;
  /** Ids of the permissions that it has (`perm_…`). */
  readonly permissions?: readonly string[] | null;
  /** Whether to add it to the role set that new organizations start with. */
  readonly includeInInitialRoleSet?: boolean | null;
}

/** What of a role to change. */
export interface UpdateOrganizationRoleParams {
  /** The role's id (`role_…`). */
  readonly organizationRoleId: string;
  /** What it is called, for people to read. */
  readonly name?: string | null;
  /** `org:` and lower-case letters, digits and underscores. */
  readonly key?: string | null;
  /** Who is to have it, for people to read. */
  readonly description?: string | null;
  /** Ids of the permissions that it has from now on (`perm_…`). */
  readonly permissions?: readonly string[] | null;
}

/** A role, and a permission to give to it or take from it. */
export interface OrganizationRolePermissionParams {
  /** The role's id (`role_…`). */
  readonly organizationRoleId: string;
  /** The permission's id (`perm_…`). */
  readonly permissionId: string;
}

import { fixedId } from '../ids.js';

/** What members of an organization may be allowed. */
export interface PermissionRecord {
  /** `perm_…` */
  readonly id: string;
  readonly name: string;
  /** `org:articles:read` */
  readonly key: string;
  readonly description: string;
  /** `system` for those of Clerk's own: they can't be changed, and are in no session token. */
  readonly type: 'system' | 'user';
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** What a member of an organization can be. */
export interface RoleRecord {
  /** `role_…` */
  readonly id: string;
  readonly name: string;
  /** `org:admin` */
  readonly key: string;
  readonly description: string | null;
  /** `perm_…`, in the order in which they were given. */
  readonly permissionIds: readonly string[];
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The role of whoever creates an organization, by its id: its key can change. */
export const CREATOR_ROLE_ID = fixedId('role', 'Admin');

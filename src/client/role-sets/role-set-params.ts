import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/** Which role sets to list. */
export interface GetRoleSetListParams extends ClerkPaginationRequest {
  /** A part of the name or the key, or the whole id. */
  readonly query?: string;
  /** Default: the newest first. */
  readonly orderBy?: WithSign<'created_at' | 'name' | 'key'>;
}

/** What a new role set is. */
export interface CreateRoleSetParams {
  /** What it is called, for people to read. */
  readonly name: string;
  /** `role_set:` and lower-case letters, digits and underscores; made from the name where there is none. */
  readonly key?: string;
  /** Which organizations are to use it, for people to read. */
  readonly description?: string | null;
  /** The key of the role that new members get: one of `roles`. */
  readonly defaultRoleKey: string;
  /** The key of the role that whoever creates an organization gets: one of `roles`. */
  readonly creatorRoleKey: string;
  /** `initial` for the one set of the instance that new organizations start with. */
  readonly type?: 'initial' | 'custom';
  /** Keys of its roles, from 1 to 10. */
  readonly roles: readonly string[];
}

/** What of a role set to change. */
export interface UpdateRoleSetParams {
  /** The role set's key (`role_set:…`) or id. */
  readonly roleSetKeyOrId: string;
  /** What it is called, for people to read. */
  readonly name?: string | null;
  /** `role_set:` and lower-case letters, digits and underscores. */
  readonly key?: string | null;
  /** Which organizations are to use it, for people to read. */
  readonly description?: string | null;
  /** `initial` to have new organizations start with it; the set that they started with becomes `custom`. */
  readonly type?: 'initial' | null;
  /** The key of the role that new members get: one of its roles. */
  readonly defaultRoleKey?: string | null;
  /** The key of the role that whoever creates an organization gets: one of its roles. */
  readonly creatorRoleKey?: string | null;
}

/** Roles to add to a role set. */
export interface AddRolesToRoleSetParams {
  /** The role set's key (`role_set:…`) or id. */
  readonly roleSetKeyOrId: string;
  /** Keys of the roles, from 1 to 10. */
  readonly roleKeys: readonly string[];
  /** The key of the added role that new members get. */
  readonly defaultRoleKey?: string;
  /** The key of the added role that whoever creates an organization gets. */
  readonly creatorRoleKey?: string;
}

/** A role to take out of a role set, and what its members get for it. */
export interface ReplaceRoleInRoleSetParams {
  /** The role set's key (`role_set:…`) or id. */
  readonly roleSetKeyOrId: string;
  /** The key of the role that goes. */
  readonly roleKey: string;
  /** The key of the role that its members get. */
  readonly toRoleKey: string;
}

/** A role set to delete, and what its organizations get for it. */
export interface ReplaceRoleSetParams {
  /** The key (`role_set:…`) or id of the set that goes. */
  readonly roleSetKeyOrId: string;
  /** The key of the set that its organizations get. */
  readonly destRoleSetKey: string;
  /** For roles that only the first has: keys of its roles, with those of the other that take their place. */
  readonly reassignmentMappings?: Readonly<Record<string, string>>;
}

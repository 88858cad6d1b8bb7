import { listOf, oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readRoleSetItem } from './role-set-item.js';
import type { RoleSetItem } from './role-set-item.js';
import { readRoleSetMigration } from './role-set-migration.js';
import type { RoleSetMigration } from './role-set-migration.js';

/** The roles that an organization offers its members. All times are Unix times in milliseconds. Source: schema RoleSet. */
export interface RoleSet {
  /** Its id; methods take its `key` as well. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** `role_set:default`, … */
  readonly key: string;
  /** Which organizations are to use it, for people to read; null for nothing. */
  readonly description: string | null;
  /** The roles that members of its organizations can have. */
  readonly roles: RoleSetItem[];
  /** What new members get. */
  readonly defaultRole: RoleSetItem | null;
  /** What whoever creates an organization gets. */
  readonly creatorRole: RoleSetItem | null;
  /** `initial` for the one set of the instance that new organizations start with. */
  readonly type: 'initial' | 'custom';
  /** The move of its members to another set that is going on; null when none is. */
  readonly roleSetMigration: RoleSetMigration | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `role_set`. */
export const readRoleSet = shape<RoleSet>({
  id: given,
  name: given,
  key: given,
  description: given,
  roles: listOf(readRoleSetItem),
  defaultRole: oneOr(readRoleSetItem, null),
  creatorRole: oneOr(readRoleSetItem, null),
  type: given,
  roleSetMigration: oneOr(readRoleSetMigration, null),
  createdAt: given,
  updatedAt: given,
});

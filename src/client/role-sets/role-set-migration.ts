import { given, shape } from '../shape.js';

/** A move of members from one role set to another. All times are Unix times in milliseconds. Source: schema RoleSetMigration. */
export interface RoleSetMigration {
  /** The id of this migration. */
  readonly id: string;
  /** The organization that moves; null when all that use the set do. */
  readonly organizationId: string | null;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** The role set that organizations leave. */
  readonly sourceRoleSetId: string;
  /** The role set that organizations get; null where there is none. */
  readonly destRoleSetId: string | null;
  /** What set it off. */
  readonly triggerType: string;
  /** `enqueued`, `in_progress`, … */
  readonly status: string;
  /** How many members have moved. */
  readonly migratedMembers: number;
  /** Which role takes the place of which: keys of the source's roles, with those of the destination's; as it was given. */
  readonly mappings: Record<string, string> | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** When it began: a Unix time in milliseconds; absent before. */
  readonly startedAt?: number | undefined;
  /** When it was over: a Unix time in milliseconds; absent before. */
  readonly completedAt?: number | undefined;
}

/** Reads the `role_set_migration` of a role set. */
export const readRoleSetMigration = shape<RoleSetMigration>({
  id: given,
  organizationId: given,
  instanceId: given,
  sourceRoleSetId: given,
  destRoleSetId: given,
  triggerType: given,
  status: given,
  migratedMembers: given,
  mappings: given,
  createdAt: given,
  updatedAt: given,
  startedAt: given,
  completedAt: given,
});

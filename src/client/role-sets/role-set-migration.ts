import { given, shape } from '../shape.js';

/** A move of members from one role set to another. All times are Unix times in milliseconds. Source: schema RoleSetMigration. */
export interface RoleSetMigration {
  readonly id: string;
  /** The organization that moves; null when all that use the set do. */
  readonly organizationId: string | null;
  readonly instanceId: string;
  readonly sourceRoleSetId: string;
  readonly destRoleSetId: string | null;
  /** What set it off. */
  readonly triggerType: string;
  /** `enqueued`, `in_progress`, … */
  readonly status: string;
  /** How many members have moved. */
  readonly migratedMembers: number;
  /** Which role takes the place of which: keys of the source's roles, with those of the destination's; as it was given. */
  readonly mappings: Record<string, string> | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly startedAt?: number | undefined;
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

import { given, shape } from '../shape.js';

/** A role as a member of a role set. All times are Unix times in milliseconds. Source: schema RoleSetItem. */
export interface RoleSetItem {
  /** The id of the role. */
  readonly id: string;
  readonly name: string;
  /** What code asks for: `org:admin`, … */
  readonly key: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** How many members have the role through the set, where the answer tells. */
  readonly membersCount?: number | null | undefined;
  /** Whether any member has it through the set, where the answer tells. */
  readonly hasMembers?: boolean | null | undefined;
}

/** Reads one of the roles of a role set. */
export const readRoleSetItem = shape<RoleSetItem>({
  id: given,
  name: given,
  key: given,
  description: given,
  createdAt: given,
  updatedAt: given,
  membersCount: given,
  hasMembers: given,
});

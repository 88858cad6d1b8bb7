import { given, shape } from '../shape.js';

/** A role as a member of a role set. All times are Unix times in milliseconds. Source: schema RoleSetItem. */
export interface RoleSetItem {
  /** The id of the role. */
  readonly id: string;
  /** What the role is called, for people to read. */
  readonly name: string;
  /** What code asks for: `org:admin`, … */
  readonly key: string;
  /** Who is to have the role, for people to read; null for nothing. */
  readonly description: string | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
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

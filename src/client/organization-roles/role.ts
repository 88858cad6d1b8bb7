import { listOf } from '../nested.js';
import { readPermission } from '../organization-permissions/permission.js';
import type { Permission } from '../organization-permissions/permission.js';
import { given, shape } from '../shape.js';

/** What members of organizations can be. All times are Unix times in milliseconds. Source: schema Role. */
export interface Role {
  /** `role_…` */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** What code asks for: `org:admin`, … */
  readonly key: string;
  /** Who is to have it, for people to read; null for nothing. */
  readonly description: string | null;
  /** What it allows. */
  readonly permissions: Permission[];
  /** Whether it allows enough for whoever creates an organization. */
  readonly isCreatorEligible: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `role`. */
export const readRole = shape<Role>({
  id: given,
  name: given,
  key: given,
  description: given,
  permissions: listOf(readPermission),
  isCreatorEligible: given,
  createdAt: given,
  updatedAt: given,
});

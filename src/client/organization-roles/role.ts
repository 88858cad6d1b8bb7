import { listOf } from '../nested.js';
import { readPermission } from '../organization-permissions/permission.js';
import type { Permission } from '../organization-permissions/permission.js';
import { given, shape } from '../shape.js';

/** What members of organizations can be. All times are Unix times in milliseconds. Source: schema Role. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** What code asks for: `org:admin`, … */
  readonly key: string;
  readonly description: string | null;
  /** What it allows. */
  readonly permissions: Permission[];
  /** Whether it allows enough for whoever creates an organization. */
  readonly isCreatorEligible: boolean;
  readonly createdAt: number;
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

import { given, shape } from '../shape.js';

/** Something that roles may allow their members. All times are Unix times in milliseconds. Source: schema Permission. */
export interface Permission {
  /** `perm_…` */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** What code asks for: `org:feature:action`. */
  readonly key: string;
  /** What members with it may do, for people to read. */
  readonly description: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `permission`. */
export const readPermission = shape<Permission>({
  id: given,
  name: given,
  key: given,
  description: given,
  createdAt: given,
  updatedAt: given,
});

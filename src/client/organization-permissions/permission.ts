import { given, shape } from '../shape.js';

/** Something that roles may allow their members. All times are Unix times in milliseconds. Source: schema Permission. */
export interface Permission {
  readonly id: string;
  readonly name: string;
  /** What code asks for: `org:feature:action`. */
  readonly key: string;
  readonly description: string;
  readonly createdAt: number;
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

import { type Field, given, shape } from './shape.js';

/** What is left of a resource that was deleted. Source: schema DeletedObject. */
export interface DeletedObject {
  /** The kind of resource that it was (`user`). */
  readonly object: string;
  readonly id: string | null;
  readonly slug: string | null;
  /** True. */
  readonly deleted: boolean;
}

const textOrNull: Field<string | null> = {
  read: (value) => (typeof value === 'string' && value !== '' ? value : null),
};

/** Reads an answer that has both `object` and `deleted`. */
export const readDeletedObject = shape<DeletedObject>({
  object: given,
  id: textOrNull,
  slug: textOrNull,
  deleted: given,
});

import { snakeKey } from './casing.js';

/** A JSON object as the Backend API sent it: snake-cased keys, values not looked at yet. */
export type WireObject = Readonly<Record<string, unknown>>;

/** How one property is made: what becomes of the wire's value, and its wire name when that isn't the property's own in snake case. */
export interface Field<Value> {
  /** The wire's name; by default the property's name in snake case. */
  readonly from?: string;
  /** Turns the wire's value (`undefined` when the answer lacks it) into the property's. */
  readonly read: (value: unknown) => Value;
}

/**
 * The reader of a resource, made from a table with one row for each of its properties. Fields of
 * the answer that have no row are left out; a row without a field in the answer yields a property
 * that is `undefined`, so that every resource of a kind has the same keys.
 *
 * @param fields One {@link Field} for each property of `T`; a missing one doesn't compile.
 */
export function shape<T>(fields: { readonly [K in keyof T]-?: Field<T[K]> }): (
  wire: WireObject,
) => T {
  const rows = Object.entries<Field<unknown>>(fields).map(([name, field]) => ({
    name,
    wireName: field.from ?? snakeKey(name),
    read: field.read,
  }));
  return (wire) => {
    const read = Object.fromEntries(rows.map((row) => [row.name, row.read(wire[row.wireName])]));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parameter's type demands a row of the right type for every property of T
    return read as T;
  };
}

/** The value as it came. */
export const given: Field<never> = {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's specification vouches for the type: here is where the client trusts it
  read: (value) => value as never,
};

/** The value as it came, or null where the answer lacks it. */
export const orNull: Field<null> = {
  read: (value) => (value === undefined ? null : given.read(value)),
};

/** The object as it came, or an empty one where the answer lacks it. */
export const orEmptyObject: Field<Record<string, never>> = {
  read: (value) => (value === undefined ? {} : given.read(value)),
};

/** The text as it came, or an empty one where the answer has none. */
export const orEmptyText: Field<string> = {
  read: (value) => (typeof value === 'string' ? value : ''),
};

/** A URL, or null where the answer has none or one that can't be parsed (a resource is worth more than its least field). */
export const url: Field<URL | null> = {
  read: (value) => (typeof value === 'string' && URL.canParse(value) ? new URL(value) : null),
};

/**
 * A nested resource, or what came in its place (null).
 *
 * @param read The nested resource's reader.
 */
export function one<T>(read: (wire: WireObject) => T): Field<T | null> {
  return { read: (value) => (isWireObject(value) ? read(value) : given.read(value)) };
}

/**
 * A list of nested resources; an empty one where the answer has none.
 *
 * @param read The reader of one of them.
 */
export function many<T>(read: (wire: WireObject) => T): Field<T[]> {
  return {
    read: (value) => (Array.isArray(value) ? value.filter(isWireObject).map(read) : []),
  };
}

/**
 * A field read from another wire name than its own.
 *
 * @param wireName The name in the answer.
 * @param field What becomes of the value.
 */
export function from<Value>(wireName: string, field: Field<Value>): Field<Value> {
  return { from: wireName, read: field.read };
}

/** Whether a JSON value is an object, neither null nor a list. */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Field, WireObject } from './shape.js';
import { given, isWireObject } from './shape.js';

type Read<T> = (wire: WireObject) => T;

/**
 * A nested resource that the API's specification says is always there. Should it be missing all the
 * same, what came in its place is handed on: a resource is worth more than one of its fields.
 *
 * @param read The nested resource's reader.
 */
export function always<T>(read: Read<T>): Field<T> {
  return { read: (value) => (isWireObject(value) ? read(value) : given.read(value)) };
}

/**
 * A nested resource, or a stand-in where the answer has none.
 *
 * @param read The nested resource's reader.
 * @param otherwise What stands in for it: null, or undefined.
 */
export function oneOr<T, Otherwise>(read: Read<T>, otherwise: Otherwise): Field<T | Otherwise> {
  return { read: (value) => (isWireObject(value) ? read(value) : otherwise) };
}

/**
 * A list of nested resources; an empty one where the answer has none.
 *
 * @param read The reader of one of them.
 */
export function listOf<T>(read: Read<T>): Field<T[]> {
  return { read: (value) => readList(value, read) ?? [] };
}

/**
 * A list of nested resources, or undefined where the answer has none.
 *
 * @param read The reader of one of them.
 */
export function optionalListOf<T>(read: Read<T>): Field<T[] | undefined> {
  return { read: (value) => readList(value, read) };
}

function readList<T>(value: unknown, read: Read<T>): T[] | undefined {
  return Array.isArray(value) ? value.filter(isWireObject).map(read) : undefined;
}

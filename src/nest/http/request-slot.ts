import type { NodeRequest } from './node-request.js';

/** Makes `new` of a class that extends this work on the object that it is given, in place of a new one. */
class Given {
  constructor(object: object) {
    return object;
  }
}

/** What is kept about one request, by the number of the slot. */
type Table = unknown[];

/**
 * What is kept about requests: in a private field of each, so by their identity and out of anyone's
 * reach. What is merely written on a request, by whatever code, is never taken for it.
 *
 * It does what a `WeakMap` would. But of a map whose keys live for one request, and whose values know
 * their keys, the garbage collector makes more work than all else that is done for a request.
 */
class TableOf extends Given {
  readonly #table: Table = [undefined, undefined, undefined, undefined];

  static get(request: object): Table | undefined {
    return #table in request ? request.#table : undefined;
  }

  static make(request: object): Table {
    return new TableOf(request).#table;
  }
}

/** Makes room on a request, where there is none yet. */
export function makeRoom(request: NodeRequest): void {
  if (!TableOf.get(request)) TableOf.make(request);
}

/** Whether a request has room, because it was prepared or something is kept about it. */
export function hasRoom(request: object): boolean {
  return TableOf.get(request) !== undefined;
}

/** A place in which one kind of value is kept for each request. */
export interface RequestSlot<Value> {
  get(request: NodeRequest): Value | undefined;
  set(request: NodeRequest, value: Value): void;
}

let slots = 0;

/** Makes a place of its own. */
export function createRequestSlot<Value>(): RequestSlot<Value> {
  const place = slots++;
  return {
    get(request) {
      // Nobody else has the number, so what is there was put there by `set`.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return TableOf.get(request)?.[place] as Value | undefined;
    },
    set(request, value) {
      const table = TableOf.get(request) ?? TableOf.make(request);
      table[place] = value;
    },
  };
}

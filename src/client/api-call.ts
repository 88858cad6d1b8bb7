import type { Caller } from './caller.js';

/** How the operations of one API are asked, beside their methods and paths. */
export interface Convention {
  /** Whether the API's version stands before the path. */
  readonly version: 'in-path' | 'absent';
  /** Who asks: the instance, or a machine, which may bring its own key to each call. */
  readonly caller: Caller['kind'];
}

/** One call of an operation, before it becomes a request. */
export interface ApiCall {
  /** The HTTP method. */
  readonly method: string;
  /** Whether the API's version stands before the path. */
  readonly version: Convention['version'];
  /** The operation's path: starts with a slash, ids filled in and encoded, no API version. */
  readonly path: string;
  /** Who asks. */
  readonly caller: Caller;
  /** What goes into the query of a call that has a body too. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** What is left of the parameter object, in camel case: the query, or the JSON body. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Makes a call and reads the answer into a resource.
 *
 * @throws {ClerkApiError} When the API answers with an error or no usable answer comes.
 * @throws {ClerkConfigurationError} When there is no key that the call could go with.
 */
export type Send = (call: ApiCall) => Promise<unknown>;

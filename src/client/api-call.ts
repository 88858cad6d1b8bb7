import type { Caller } from './caller.js';
import type { Departure } from './departure.js';

/** How the operations of one API are asked, beside their methods and paths. */
export interface Convention {
  /** Whether the API's version stands before the path. */
  readonly version: 'in-path' | 'absent';
  /**
   * Who asks: the instance; a machine, which may bring its own key to each call; or anyone, who
   * shows the instance's key where there is one.
   */
  readonly caller: Caller['kind'];
}

/** A parameter object, in camel case. */
export type Params = Readonly<Record<string, unknown>>;

/** One call of an operation, before it becomes a request. */
export interface ApiCall {
  /** The HTTP method. */
  readonly method: string;
  /** Whether the API's version stands before the path. */
  readonly version: Convention['version'];
  /** The operation's path with its slots open: `/users/{userId}`. */
  readonly template: string;
  /**
   * The operation's path: starts with a slash, ids filled in and encoded, no API version. The query
   * of a row that has a fixed one is part of it.
   */
  readonly path: string;
  /** Who asks. */
  readonly caller: Caller;
  /** What goes into the query beside the parameters, in camel case. */
  readonly query?: Params;
  /** Headers of this call alone. `Authorization` and `Content-Type` are not among them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is left of the parameter object: the query, or the body; a list is a JSON body. */
  readonly params: Params | readonly Params[];
  /** What the operation has of its own. */
  readonly departure?: Departure;
}

/**
 * Makes a call and reads the answer into a resource.
 *
 * @throws {ClerkApiError} When the API answers with an error or no usable answer comes.
 * @throws {ClerkConfigurationError} When there is no key that the call could go with.
 */
export type Send = (call: ApiCall) => Promise<unknown>;

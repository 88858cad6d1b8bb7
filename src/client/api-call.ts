/** One call of an operation, before it becomes a request. */
export interface ApiCall {
  /** The HTTP method. */
  readonly method: string;
  /** The operation's path: starts with a slash, ids filled in and encoded, no API version. */
  readonly path: string;
  /** What goes into the query of a call that has a body too. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** What is left of the parameter object, in camel case: the query, or the JSON body. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Makes a call and reads the answer into a resource.
 *
 * @throws {ClerkApiError} When the API answers with an error or no usable answer comes.
 * @throws {ClerkConfigurationError} When the client has no secret key.
 */
export type Send = (call: ApiCall) => Promise<unknown>;

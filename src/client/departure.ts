import type { WireObject } from './shape.js';

/** What an operation's wire has of its own, where its row and its method don't say it all. */
export interface Departure {
  /**
   * Where the parameters go that fill no slot of the path: into the query (usual for GET and
   * DELETE), the JSON body (usual for the others), or a `multipart/form-data` body.
   */
  readonly params?: 'query' | 'body' | 'form';
  /** Names of parameters that go into the query of a call whose other parameters are the body. */
  readonly inQuery?: readonly string[];
  /**
   * What becomes of keys below the top level of a JSON body: by default they are as the caller
   * gave them. `renamed` puts them into snake case, except below names whose values are data.
   */
  readonly nested?: 'as-given' | 'renamed';
  /**
   * Reads the answer, or each item of one that is a list, in place of the reader of its `object`.
   * `text` is for an answer that is no JSON.
   */
  readonly read?: 'text' | ((wire: WireObject) => unknown);
}

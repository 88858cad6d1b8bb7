/** What the server says of itself. */
export interface Measurement {
  /** Of all its threads since it was started, in milliseconds. */
  readonly cpuInMs: number;
  /** What is reachable, right after a collection. */
  readonly heapInBytes: number;
  /** The whole process. */
  readonly residentInBytes: number;
  /** How often a tenant was loaded since it was started. */
  readonly loads: number;
}

/** What the server is asked: to look, or to collect what is garbage first. */
export type Question = 'look' | 'collect';

/** What the server says: where it listens, once, and then an answer to each question. */
export type Message = { readonly port: number } | { readonly measurement: Measurement };

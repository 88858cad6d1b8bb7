import type { PeerName } from '../apps/peer.js';

/** What to send to whom. */
export interface Load {
  readonly peer: PeerName;
  /** The scenario's name. */
  readonly scenario: string;
  /** The server's origin. */
  readonly url: string;
  /** For how long: seconds, or a number of requests. */
  readonly until: { readonly seconds: number } | { readonly requests: number };
}

/** What came of it. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50InMs: number;
  readonly p99InMs: number;
  /** The load generator's own CPU time; in microseconds. */
  readonly cpuInUs: number;
}

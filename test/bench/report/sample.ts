import type { PeerName } from '../apps/peer.js';

/** What was measured of one of the compared in one round of a scenario. */
export interface Sample {
  readonly round: number;
  readonly peer: PeerName;
  readonly requestsPerSecond: number;
  /** The server's, user and system, all threads. */
  readonly cpuPerRequestInUs: number;
  readonly p50InMs: number;
  readonly p99InMs: number;
  /** The share of the time in which the server's core worked for the server; 1 is all of it. */
  readonly serverBusy: number;
  /** The share of the time in which the load generator worked. */
  readonly loadBusy: number;
}

/** A scenario's rounds. */
export interface ScenarioResult {
  /** The scenario's name. */
  readonly scenario: string;
  readonly samples: readonly Sample[];
}

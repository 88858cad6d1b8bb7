import type { PeerName } from '../apps/peer.js';
import type { Sample } from './sample.js';

/** A sample with the figures that ratios are made of; the rest is filled in. For tests. */
export function sample(
  round: number,
  peer: PeerName,
  requestsPerSecond: number,
  cpuPerRequestInUs: number,
): Sample {
  const busy = { serverBusy: 1, loadBusy: 0.2 };
  return { round, peer, requestsPerSecond, cpuPerRequestInUs, p50InMs: 1, p99InMs: 2, ...busy };
}

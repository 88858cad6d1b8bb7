import { Child } from '../processes/child.js';
import { medianOf, rotate } from '../report/statistics.js';
import type { GrowingPeer } from './growing-peers.js';

/** What a request costs with so many live tokens: CPU in microseconds, the making of it included. */
export interface CostResult {
  readonly tokens: number;
  readonly ours: number;
  readonly ideal: number;
}

const LIVE = [1, 10, 100, 1000, 10_000, 100_000];
const PEERS: readonly GrowingPeer[] = ['ours', 'ideal'];
const MILLISECONDS = 500;

/** Measures with more and more live tokens, beside the ideal map: memory is not equally near for both. */
export async function measureCosts(
  rounds: number,
  counts: readonly number[] = LIVE,
): Promise<CostResult[]> {
  const all: Record<GrowingPeer, number[][]> = { ours: [], ideal: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of rotate(PEERS, round)) all[peer].push(await measurePeer(peer, counts));
  }
  const median = (peer: GrowingPeer, place: number) =>
    medianOf(all[peer].map((costs) => costs[place] ?? Number.NaN));
  return counts.map((tokens, place) => ({
    tokens,
    ours: median('ours', place),
    ideal: median('ideal', place),
  }));
}

async function measurePeer(peer: GrowingPeer, counts: readonly number[]): Promise<number[]> {
  const module = 'growth/measure-cost.js';
  const child = await Child.start({ module, core: 'measured', args: [peer] });
  const costs: number[] = [];
  try {
    for (const tokens of counts) {
      costs.push(await child.ask<number>('cost', { tokens, milliseconds: MILLISECONDS }));
    }
  } finally {
    await child.stop();
  }
  return costs;
}

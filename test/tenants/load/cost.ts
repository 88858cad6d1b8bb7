import type { Urn } from './draw.js';
import type { ServerProcess } from './server-process.js';
import type { Visitors } from './visitors.js';

/** What requests cost the server with one tenant and with many. */
export interface Cost {
  /** In pairs. */
  readonly rounds: number;
  readonly requestsPerRound: number;
  /** Processor time of a request, in milliseconds: the medians. */
  readonly one: number;
  readonly many: number;
  /** Many by one, in each pair of rounds, from the lowest to the highest. */
  readonly ratios: readonly number[];
}

/**
 * Compares the cost of a request with one tenant and with many, in rounds that take turns, so that
 * whatever else the machine is doing meanwhile falls upon both. Each pair of rounds makes the same
 * requests but for the tenant.
 */
export async function compareCost(
  server: ServerProcess,
  visitors: Visitors,
  urns: { readonly one: Urn; readonly many: Urn },
  { rounds, requests }: { readonly rounds: number; readonly requests: number },
): Promise<Cost> {
  const costs: { one: number; many: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const costOf = (urn: Urn) => costPerRequest(server, visitors, urn, round * requests, requests);
    const one = round % 2 === 0 ? await costOf(urns.one) : undefined;
    const many = await costOf(urns.many);
    costs.push({ one: one ?? (await costOf(urns.one)), many });
  }
  return {
    rounds,
    requestsPerRound: requests,
    one: median(costs.map(({ one }) => one)),
    many: median(costs.map(({ many }) => many)),
    ratios: costs.map(({ one, many }) => many / one).toSorted((a, b) => a - b),
  };
}

async function costPerRequest(
  server: ServerProcess,
  visitors: Visitors,
  urn: Urn,
  first: number,
  requests: number,
): Promise<number> {
  // No round has to clear away what another has left behind.
  const before = await server.measure('collect');
  await visitors.ask(urn, first, { requests });
  const after = await server.measure('look');
  return (after.cpuInMs - before.cpuInMs) / requests;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

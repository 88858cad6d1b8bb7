import type { ClerkApi } from './clerk-api.js';
import { Caller } from './caller.js';
import { compareCost, type Cost } from './cost.js';
import { numbersUpTo } from './draw.js';
import type { LoadInstance } from './instance.js';
import { type MemoryCourse, watchMemory } from './memory.js';
import { ServerProcess } from './server-process.js';
import type { Settings } from './settings.js';
import type { Tally } from './tally.js';
import { Visitors } from './visitors.js';

/** In pairs: one with one tenant, one with all. */
const ROUNDS = 12;

/** In a round: what a few collections cost must not count. */
const FEWEST_REQUESTS = 1_000;

/** What came of a server whose tenants stay. */
export interface SteadyRun {
  readonly tally: Tally;
  readonly memory: MemoryCourse;
  /** What a tenant that is there keeps reachable. */
  readonly bytesPerTenant: number;
  readonly requestsPerSecond: number;
  readonly cost: Cost;
}

/** Requests drawn at random from all tenants for the time asked for, then the cost of one. */
export async function runSteady(
  settings: Settings,
  instances: readonly LoadInstance[],
  api: ClerkApi,
): Promise<SteadyRun> {
  const { seed, seconds, connections } = settings;
  const server = await ServerProcess.start({
    tenants: settings.tenants,
    apiUrl: api.origin,
    limits: {},
  });
  const caller = new Caller(server.port, connections);
  const visitors = new Visitors(caller, instances);
  const tenants = numbersUpTo(settings.tenants);
  const many = { seed, hosts: tenants, tenants, users: numbersUpTo(settings.users) };
  const one = { ...many, hosts: [0] };
  try {
    // A server that has been running for a while, with one tenant and then with all of them.
    await visitors.ask(one, 0, { requests: 2_000 });
    const alone = await server.measure('collect');
    await visitors.visitEach(tenants);
    const together = await server.measure('collect');
    await visitors.ask(many, 0, { requests: 2_000 });
    const before = visitors.tally.requests;
    const memory = await watchMemory(
      server,
      (first, until) => visitors.ask(many, first, until),
      seconds,
    );
    const requestsPerSecond = (visitors.tally.requests - before) / seconds;
    // As long again in all.
    const affordable = Math.ceil((requestsPerSecond * seconds) / (2 * ROUNDS));
    const requests = Math.max(affordable, FEWEST_REQUESTS);
    const cost = await compareCost(server, visitors, { one, many }, { rounds: ROUNDS, requests });
    const bytesPerTenant = (together.heapInBytes - alone.heapInBytes) / tenants.length;
    return { tally: visitors.tally, memory, bytesPerTenant, requestsPerSecond, cost };
  } finally {
    caller.close();
    await server.stop();
  }
}

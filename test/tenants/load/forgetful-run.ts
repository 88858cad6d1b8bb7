import { setTimeout as wait } from 'node:timers/promises';
import { BACKEND_API_TIMEOUT_IN_MS } from '../../../src/backend-api.js';
import type { ApplicationSettings } from './application.js';
import type { ClerkApi } from './clerk-api.js';
import { Caller } from './caller.js';
import { numbersUpTo } from './draw.js';
import type { LoadInstance } from './instance.js';
import { type MemoryCourse, watchMemory } from './memory.js';
import { ServerProcess } from './server-process.js';
import type { Settings } from './settings.js';
import type { Tally } from './tally.js';
import { type Until, Visitors } from './visitors.js';

/** Each call for keys has a timer of that long, which holds on to the call, answered or not. */
const SETTLED_AFTER_IN_MS = BACKEND_API_TIMEOUT_IN_MS + 2_000;

/** Of two reasons to drop a tenant, the one to try. */
export type Limits = ApplicationSettings['limits'];

/** What came of a server whose tenants are dropped and loaded again all the time. */
export interface ForgetfulRun {
  readonly limits: Limits;
  readonly seconds: number;
  readonly tally: Tally;
  readonly memory: MemoryCourse;
  /** How often a tenant was loaded. */
  readonly loads: number;
}

/** Limits under which most tenants are gone before they are called at again. */
export function tightLimits({ tenants }: Settings): readonly Limits[] {
  return [{ idleTimeoutInMs: 300 }, { max: Math.ceil(tenants / 4) }];
}

/** Requests drawn at random from all tenants, for a quarter of the time asked for. */
export async function runForgetful(
  settings: Settings,
  limits: Limits,
  instances: readonly LoadInstance[],
  api: ClerkApi,
): Promise<ForgetfulRun> {
  const { seed, connections } = settings;
  const seconds = settings.seconds / 4;
  const server = await ServerProcess.start({
    tenants: settings.tenants,
    apiUrl: api.origin,
    limits,
  });
  const caller = new Caller(server.port, connections);
  const visitors = new Visitors(caller, instances);
  const tenants = numbersUpTo(settings.tenants);
  const urn = { seed: seed + 1, hosts: tenants, tenants, users: numbersUpTo(settings.users) };
  const ask = (first: number, until: Until) => visitors.ask(urn, first, until);
  const settle = async () => {
    await wait(SETTLED_AFTER_IN_MS);
    // With one more request all that have been idle are gone, and what they leave behind shows.
    await ask(0, { requests: 1 });
  };
  try {
    await ask(0, { requests: 2_000 });
    const memory = await watchMemory(server, ask, seconds, settle);
    return { limits, seconds, tally: visitors.tally, memory, loads: memory.end.loads };
  } finally {
    caller.close();
    await server.stop();
  }
}

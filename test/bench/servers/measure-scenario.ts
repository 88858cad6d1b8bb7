import type { PeerName } from '../apps/peer.js';
import type { ServerUsage } from '../apps/serve.js';
import type { Load, LoadResult } from '../load/load.js';
import { Child } from '../processes/child.js';
import type { Sample, ScenarioResult } from '../report/sample.js';
import { rotate } from '../report/statistics.js';
import { peersOf, type Scenario } from './scenario.js';
import type { Settings } from './settings.js';
import { REMEMBERED_TOKENS } from './token-cache.js';

/** A server under measurement. */
interface Server {
  readonly peer: PeerName;
  readonly child: Child;
  readonly url: string;
}

/**
 * Measures a scenario: fresh servers, each in a process of its own, all on one core; each answers
 * rightly and is warmed up; then rounds in which each is measured once, while the others wait for
 * requests and use no CPU.
 *
 * @throws Error when a server answers wrongly, at any time.
 */
export async function measureScenario(
  scenario: Scenario,
  settings: Settings,
  generator: Child,
): Promise<ScenarioResult> {
  const servers = await startServers(scenario, settings);
  const samples: Sample[] = [];
  try {
    for (const server of servers) await prepare(server, scenario, settings, generator);
    for (let round = 0; round < settings.rounds; round += 1) {
      for (const server of rotate(servers, round)) {
        const until = { seconds: settings.seconds };
        const load = { peer: server.peer, url: server.url, scenario: scenario.name, until };
        samples.push({ round, peer: server.peer, ...(await measure(server, load, generator)) });
      }
    }
  } finally {
    await Promise.all(servers.map(({ child }) => child.stop()));
  }
  return { scenario: scenario.name, samples };
}

/** The vendor's middleware here is for Express alone. */
export function measuredPeers(scenario: Scenario, { platform }: Settings): PeerName[] {
  return peersOf(scenario).filter((peer) => platform === 'express' || peer !== 'vendor');
}

async function startServers(scenario: Scenario, settings: Settings): Promise<Server[]> {
  const start = async (peer: PeerName) => {
    const args = [peer, settings.platform];
    const child = await Child.start({ module: 'apps/serve.js', core: 'measured', args });
    return { peer, child, url: await child.ask<string>('url') };
  };
  return Promise.all(measuredPeers(scenario, settings).map(start));
}

async function prepare(
  { peer, url }: Server,
  { name, variants }: Scenario,
  { warmUp, quick }: Settings,
  generator: Child,
): Promise<void> {
  // A cache that isn't full yet would be measured without the work of forgetting.
  const fills = peer === 'ours' && variants > REMEMBERED_TOKENS && !quick;
  const requests = fills ? REMEMBERED_TOKENS + warmUp : warmUp;
  const load: Load = { peer, url, scenario: name, until: { requests } };
  await generator.ask('check', load);
  await generator.ask('run', load);
}

async function measure(
  { child }: Server,
  load: Load,
  generator: Child,
): Promise<Omit<Sample, 'round' | 'peer'>> {
  const before = await child.ask<ServerUsage>('usage');
  const result = await generator.ask<LoadResult>('run', load);
  const after = await child.ask<ServerUsage>('usage');
  const cpuInUs = after.cpuInUs - before.cpuInUs;
  return {
    requestsPerSecond: result.requests / result.seconds,
    cpuPerRequestInUs: cpuInUs / result.requests,
    p50InMs: result.p50InMs,
    p99InMs: result.p99InMs,
    serverBusy: cpuInUs / 1e6 / result.seconds,
    loadBusy: result.cpuInUs / 1e6 / result.seconds,
  };
}

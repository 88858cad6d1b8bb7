import type { PeerName } from '../apps/peer.js';
import type { ServerUsage } from '../apps/serve.js';
import { Child } from '../processes/child.js';
import { medianOf, rotate } from '../report/statistics.js';

/** What an application needs before it serves, and after it has served for a while. */
export interface StartupFigures {
  /** From the start of the process until it listens. */
  readonly milliseconds: number;
  /** In bytes, both, after a garbage collection: as it starts to listen. */
  readonly rss: number;
  readonly heapUsed: number;
  /** In bytes, both, after 20,000 requests of one user; none where that was not measured. */
  readonly rssAfter: number | undefined;
  readonly heapUsedAfter: number | undefined;
}

/** The medians of one of the compared. */
export interface StartupResult extends StartupFigures {
  readonly peer: PeerName;
}

const PEERS: readonly PeerName[] = ['bare', 'ours', 'vendor'];
/** In how many of the rounds requests are sent too. */
const ROUNDS_WITH_REQUESTS = 3;
const REQUESTS = 20_000;

/** Starts applications in fresh processes, in alternating rounds. */
export async function measureStartup(rounds: number, generator: Child): Promise<StartupResult[]> {
  const figures = new Map(PEERS.map((peer): [PeerName, StartupFigures[]] => [peer, []]));
  for (let round = 0; round < rounds; round += 1) {
    const sends = round < ROUNDS_WITH_REQUESTS;
    for (const peer of rotate(PEERS, round)) {
      figures.get(peer)?.push(await measureOnce(peer, sends ? generator : undefined));
    }
  }
  return [...figures].map(([peer, all]) => mediansOf(peer, all));
}

async function measureOnce(peer: PeerName, generator: Child | undefined): Promise<StartupFigures> {
  const startedAt = performance.now();
  const child = await Child.start({ module: 'apps/serve.js', core: 'measured', args: [peer] });
  const milliseconds = performance.now() - startedAt;
  try {
    const { rss, heapUsed } = await child.ask<ServerUsage>('collectedUsage');
    const after = generator && (await usageAfterRequests(peer, child, generator));
    const [rssAfter, heapUsedAfter] = [after?.rss, after?.heapUsed];
    return { milliseconds, rss, heapUsed, rssAfter, heapUsedAfter };
  } finally {
    await child.stop();
  }
}

async function usageAfterRequests(
  peer: PeerName,
  child: Child,
  generator: Child,
): Promise<ServerUsage> {
  const url = await child.ask<string>('url');
  const load = { peer, url, scenario: 'bearer-repeated', until: { requests: REQUESTS } };
  await generator.ask('run', load);
  return child.ask<ServerUsage>('collectedUsage');
}

function mediansOf(peer: PeerName, all: readonly StartupFigures[]): StartupResult {
  const median = (name: keyof StartupFigures) => medianOf(all.flatMap((one) => one[name] ?? []));
  return {
    peer,
    milliseconds: median('milliseconds'),
    rss: median('rss'),
    heapUsed: median('heapUsed'),
    rssAfter: median('rssAfter'),
    heapUsedAfter: median('heapUsedAfter'),
  };
}

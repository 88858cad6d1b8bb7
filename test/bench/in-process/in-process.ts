import { PEER_NAMES, type PeerName } from '../apps/peer.js';
import { Child } from '../processes/child.js';
import { medianOf, rotate } from '../report/statistics.js';
import type { Scenario } from '../servers/scenario.js';

/** What a process is to measure. */
export interface InProcessTask {
  readonly peer: PeerName;
  /** The scenario's name. */
  readonly scenario: string;
  /** How many requests come first. */
  readonly warmUp: number;
  readonly milliseconds: number;
}

/** What a request costs without any server, the making of the request included. */
export interface InProcessFigures {
  readonly operationsPerSecond: number;
  /** User and system, all threads. */
  readonly cpuInUs: number;
  /** Allocated, garbage or not. */
  readonly bytes: number;
}

/** The medians of one of the compared in a scenario. */
export interface InProcessResult extends InProcessFigures {
  readonly peer: PeerName;
  readonly scenario: string;
}

/** Room for everything that is allocated while allocations are counted; in MiB. */
const ROOM = 256;
const FLAGS = [`--min-semi-space-size=${ROOM}`, `--max-semi-space-size=${ROOM}`];

/** Measures what requests cost without a server: rounds of fresh processes, one for each peer. */
export async function measureInProcess(
  scenarios: readonly Scenario[],
  rounds: number,
  isQuick: boolean,
): Promise<InProcessResult[]> {
  const results: InProcessResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of rotate(PEER_NAMES, round)) {
      results.push(...(await measurePeer(peer, scenarios, isQuick)));
    }
  }
  return mediansOf(results);
}

async function measurePeer(
  peer: PeerName,
  scenarios: readonly Scenario[],
  isQuick: boolean,
): Promise<InProcessResult[]> {
  const start = { module: 'in-process/measure.js', core: 'measured', flags: FLAGS } as const;
  const child = await Child.start({ ...start, args: [peer] });
  const results: InProcessResult[] = [];
  try {
    await child.ask('checkCounting');
    for (const { name, answers } of scenarios) {
      if (answers[peer] === undefined && peer !== 'bare') continue;
      const warmUp = isQuick ? 500 : 3000;
      const task = { peer, scenario: name, warmUp, milliseconds: isQuick ? 100 : 500 };
      results.push({ ...task, ...(await child.ask<InProcessFigures>('measure', task)) });
    }
  } finally {
    await child.stop();
  }
  return results;
}

function mediansOf(results: readonly InProcessResult[]): InProcessResult[] {
  const groups = new Map<string, InProcessResult[]>();
  for (const result of results) {
    const key = `${result.scenario} ${result.peer}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      peer: first.peer,
      scenario: first.scenario,
      operationsPerSecond: medianOf(group.map((one) => one.operationsPerSecond)),
      cpuInUs: medianOf(group.map((one) => one.cpuInUs)),
      bytes: medianOf(group.map((one) => one.bytes)),
    };
  });
}

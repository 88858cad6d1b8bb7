import { BackendApi } from '../../compare/backend-api.js';
import { compare } from '../../compare/compare.js';
import { NOTHING, type Summary, summaryOf, together } from '../../run/summary.js';
import { ServerGroup } from '../compare/server-group.js';
import { SERVER_DIFFERENCES } from '../differences/list.js';
import { exchangesOf } from '../generate/exchanges.js';

/** Exchanges of a group whose servers run, and of one that ours does not boot for. */
const RUNNING = 25;
const REFUSED = 3;

/** Groups to run: every `step`-th from `first`, until there were `count` exchanges. */
export interface GroupRange {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** Default 1. */
  readonly step?: number;
}

/** Runs groups one after another on both servers; the clock must have been stopped. */
export async function runGroups({ seed, first, count, step = 1 }: GroupRange): Promise<Summary> {
  const api = await BackendApi.start();
  try {
    let summary = NOTHING;
    for (let group = first; summary.scenarios < count; group += step) {
      summary = together(summary, await runGroup(api, seed, group, count - summary.scenarios));
    }
    return { ...summary, strays: api.strays };
  } finally {
    await api.stop();
  }
}

async function runGroup(
  api: BackendApi,
  seed: number,
  number: number,
  most: number,
): Promise<Summary> {
  const [first, ...rest] = exchangesOf(seed, number, RUNNING);
  if (!first) return NOTHING;
  const group = await ServerGroup.open(api, first);
  try {
    const size = Math.min(most, group.isBooted ? RUNNING : REFUSED);
    let summary = NOTHING;
    for (const scenario of [first, ...rest].slice(0, size)) {
      const comparison = await compare(group, scenario, SERVER_DIFFERENCES);
      summary = together(summary, summaryOf(comparison));
    }
    return summary;
  } finally {
    await group.close();
  }
}

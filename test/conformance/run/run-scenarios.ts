import { BackendApi } from '../compare/backend-api.js';
import { compare } from '../compare/compare.js';
import { engineSides } from '../compare/engine-sides.js';
import { DIFFERENCES } from '../differences/list.js';
import { scenarioOf } from '../generate/scenario-of.js';
import { NOTHING, type Summary, summaryOf, together } from './summary.js';

/** Scenarios to run: every `step`-th number from `first`, below `first + count`. */
export interface Range {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** Default 1. */
  readonly step?: number;
}

/** How many scenarios are under way at once: while one waits for its answer, others compute. */
const AT_ONCE = 6;

/** Runs scenarios on both sides; the clock must have been stopped. */
export async function runScenarios({ seed, first, count, step = 1 }: Range): Promise<Summary> {
  const api = await BackendApi.start();
  try {
    const sides = engineSides(api);
    let summary = NOTHING;
    let next = first;
    const work = async (): Promise<void> => {
      while (next < first + count) {
        const number = next;
        next += step;
        const comparison = await compare(sides, scenarioOf(seed, number), DIFFERENCES);
        summary = together(summary, summaryOf(comparison));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { ...summary, strays: api.strays };
  } finally {
    await api.stop();
  }
}

import { parseArgs } from 'node:util';
import { REMEMBERS_TOKENS } from '../generate/remembered.js';
import { GROUP_SIZE } from '../generate/warm-group.js';
import { print } from './report.js';
import { runOnProcesses } from './run-on-processes.js';
import { showOne } from './show-one.js';
import type { Summary } from './summary.js';

/** Runs what the arguments ask for and prints what came of it; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '20261121' },
      only: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  if (values.only !== undefined) return (await showOne(seed, Number(values.only))) ? 0 : 1;
  const count = Math.ceil(Number(values.count) / GROUP_SIZE);
  const summary = await runOnProcesses({ seed, first: 0, count });
  const problems = problemsOf(summary);
  print(seed, summary, problems);
  return problems.length > 0 ? 1 : 0;
}

/** What is wrong with a run, each in a line; empty when nothing is. */
function problemsOf({ comparisons, byVisit, problems }: Summary): string[] {
  const differing = problems.map(({ what, count }) => `${count} times: ${what}`);
  if (comparisons === 0) differing.push('nothing was compared');
  // Else there would be no more to this run than to any other.
  const remembered = byVisit['again']?.remembered ?? 0;
  if (REMEMBERS_TOKENS && remembered === 0) differing.push('nothing was ever remembered');
  return differing;
}

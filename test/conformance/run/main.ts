import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DIFFERENCES } from '../differences/list.js';
import { print } from './report.js';
import { showOne } from './show-one.js';
import type { Range } from './run-scenarios.js';
import { NOTHING, type Summary, together } from './summary.js';
import { verdictOn } from './verdict-on.js';

const PROCESSES = 2;

/** Runs what the arguments ask for and prints what came of it; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '3000' },
      seed: { type: 'string', default: '20261121' },
      first: { type: 'string', default: '0' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    process.stdout.write(DIFFERENCES.map(({ name, why }) => `- ${name}: ${why}\n`).join(''));
    return 0;
  }
  const seed = Number(values.seed);
  if (values.only !== undefined) return (await showOne(seed, Number(values.only))) ? 0 : 1;
  const first = Number(values.first);
  const ranges = Array.from({ length: PROCESSES }, (_, index) => ({
    seed,
    first: first + index,
    count: Number(values.count) - index,
    step: PROCESSES,
  }));
  const summaries = await Promise.all(ranges.map(runApart));
  const summary = summaries.reduce(together, NOTHING);
  const problems = verdictOn(summary);
  print(summary, seed, problems);
  return problems.length > 0 ? 1 : 0;
}

/** In a process of its own. */
function runApart(range: Range): Promise<Summary> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('worker.js', import.meta.url)));
    child.once('message', (message) => {
      resolve(summaryIn(message));
    });
    child.once('exit', (code) => {
      reject(new Error(`a process ended with ${code}`));
    });
    child.send(range);
  });
}

function summaryIn(message: unknown): Summary {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker's message
  return message as Summary;
}

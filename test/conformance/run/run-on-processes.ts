import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Range } from './run-scenarios.js';
import { NOTHING, type Summary, together } from './summary.js';

const PROCESSES = 2;

/** Runs scenarios on several processes, each of which stops its clock. */
export async function runOnProcesses({ seed, first, count }: Range): Promise<Summary> {
  const ranges = Array.from({ length: PROCESSES }, (_, index) => ({
    seed,
    first: first + index,
    count: count - index,
    step: PROCESSES,
  }));
  const summaries = await Promise.all(ranges.map(runApart));
  return summaries.reduce(together, NOTHING);
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

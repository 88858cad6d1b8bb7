import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GroupRange } from './run-groups.js';
import { NOTHING, type Summary, together } from './summary.js';

const PROCESSES = 2;

/** Runs groups on several processes, each with a clock of its own. */
export async function runOnProcesses({ seed, first, count }: GroupRange): Promise<Summary> {
  const ranges = Array.from({ length: PROCESSES }, (_, index) => ({
    seed,
    first: first + index,
    count: count - index,
    step: PROCESSES,
  }));
  const summaries = await Promise.all(ranges.map(runApart));
  return summaries.reduce(together, NOTHING);
}

function runApart(range: GroupRange): Promise<Summary> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('worker.js', import.meta.url)));
    child.once('message', (message) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker's message
      resolve(message as Summary);
    });
    child.once('exit', (code) => {
      reject(new Error(`a process ended with ${code}`));
    });
    child.send(range);
  });
}

import { setTimeout } from 'node:timers/promises';
import { GCProfiler } from 'node:v8';
import type { PeerName } from '../apps/peer.js';
import { answerParent } from '../processes/answer-parent.js';
import { scenarioOf } from '../servers/scenarios.js';
import { IN_PROCESS_PEERS } from './in-process-peer.js';
import type { InProcessFigures, InProcessTask } from './in-process.js';
import { Operations } from './operations.js';

const BATCH = 250;
const COUNTED = 500;

/** Time and CPU of as many requests as fit. */
async function timeOperations(operations: Operations, milliseconds: number) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  while (performance.now() - startedAt < milliseconds) {
    await operations.run(BATCH);
    count += BATCH;
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - startedAt) / 1000;
  return { operationsPerSecond: count / seconds, cpuInUs: (user + system) / count };
}

/**
 * How much a request allocates, in bytes. The heap only grows while nothing is collected, and the
 * process is started with room enough for that. @throws Error when something was collected.
 */
async function countBytes(run: (count: number) => unknown): Promise<number> {
  await collectAll();
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage();
  await run(COUNTED);
  const after = process.memoryUsage();
  if (profiler.stop().statistics.length > 0) {
    throw new Error('Garbage was collected while allocations were counted: give it more room.');
  }
  const heap = after.heapUsed - before.heapUsed;
  return (heap + after.external - before.external) / COUNTED;
}

/** Buffers outside of the heap are given back in the background, and counted at the next collection. */
async function collectAll(): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
    await setTimeout(50);
  }
}

/** That the way of counting is right: what is allocated here is known. */
async function checkCounting(): Promise<void> {
  const kept: Float64Array[] | number[][] = [];
  const bytes = await countBytes((count) => {
    for (let done = 0; done < count; done += 1)
      kept[done % 2] = Array.from({ length: 1000 }, () => 0.5);
  });
  // A thousand numbers of eight bytes, and what surrounds them; the array may grow on the way.
  if (bytes < 8000 || bytes > 40_000) {
    throw new Error(`Allocations are counted wrongly: ${bytes} bytes instead of 8,000 to 40,000.`);
  }
}

async function measure(task: InProcessTask): Promise<InProcessFigures> {
  const operations = new Operations(task.peer, await peer, scenarioOf(task.scenario));
  await operations.run(task.warmUp);
  const times = await timeOperations(operations, task.milliseconds);
  const bytes = await countBytes((count) => operations.run(count));
  return { ...times, bytes };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parent is ours
const peer = IN_PROCESS_PEERS[process.argv[2] as PeerName]();
answerParent({ measure, checkCounting });

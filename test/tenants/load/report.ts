import { type Cost, median } from './cost.js';
import type { ForgetfulRun } from './forgetful-run.js';
import { growthOf, type MemoryCourse, MOST_GROWTH_IN_BYTES } from './memory.js';
import type { Settings } from './settings.js';
import type { SteadyRun } from './steady-run.js';
import type { Tally } from './tally.js';

/** Prints a line. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** What a run starts with. */
export function printSettings({ tenants, users, connections, seed }: Settings): void {
  print(
    `${number(tenants)} tenants with ${users} users each, ${connections} connections, seed ${seed}`,
  );
}

export function printSteady({ seconds }: Settings, run: SteadyRun): void {
  print(`\n${seconds} s of requests drawn at random, all tenants in memory`);
  print(`  ${number(run.requestsPerSecond)} requests in a second`);
  printTally(run.tally);
  printMemory(run.memory);
  print(`  a tenant keeps ${(run.bytesPerTenant / 1024).toFixed(1)} KiB`);
}

export function printForgetful({ tenants }: Settings, run: ForgetfulRun): void {
  const { limits, seconds, loads } = run;
  const dropped =
    limits.max === undefined
      ? `dropped after ${limits.idleTimeoutInMs} ms without a request`
      : `of whom ${limits.max} are kept`;
  print(`\n${seconds} s of requests drawn at random, tenants ${dropped}`);
  print(`  ${number(loads)} times a tenant was loaded, of which there are ${number(tenants)}`);
  printTally(run.tally);
  printMemory(run.memory);
}

export function printCost({ tenants }: Settings, cost: Cost): void {
  const { rounds, requestsPerRound, one, many, ratios } = cost;
  print(
    `\nthe processor time of a request, in ${rounds} pairs of rounds of ${number(requestsPerRound)}`,
  );
  print(`  with 1 tenant ${one.toFixed(3)} ms`);
  print(`  with ${number(tenants)} tenants ${many.toFixed(3)} ms`);
  const [lowest = Number.NaN] = ratios;
  const highest = ratios.at(-1) ?? Number.NaN;
  const range = `${lowest.toFixed(3)} to ${highest.toFixed(3)}`;
  print(`  ratio ${median(ratios).toFixed(3)} (the median of the pairs; ${range})`);
}

function printTally({ requests, statuses, foreignIdentities, unexpected }: Tally): void {
  const sorted = [...statuses].toSorted(([a], [b]) => a - b);
  const counts = sorted.map(([status, count]) => `${number(count)} times ${status}`);
  print(`  ${number(requests)} requests (with warm-up and rounds): ${counts.join(', ')}`);
  print(`  ${foreignIdentities} answers with another identity, ${unexpected} unexpected ones`);
}

function printMemory(course: MemoryCourse): void {
  const { start, middle, end } = course;
  const heaps = [start, middle, end].map(({ heapInBytes }) => mebibytes(heapInBytes)).join(', ');
  const growth = `growth ${mebibytes(growthOf(course))}, bound ${mebibytes(MOST_GROWTH_IN_BYTES)}`;
  print(`  heap at the start, in the middle and at the end: ${heaps} MiB (${growth})`);
  const resident = [start, middle, end].map(({ residentInBytes }) => mebibytes(residentInBytes));
  print(`  the whole process: ${resident.join(', ')} MiB`);
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

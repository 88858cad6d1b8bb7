import { DIFFERENCES } from '../differences/list.js';
import { missingReasons } from '../reasons/reasons.js';
import type { Summary } from './summary.js';

/** So many scenarios reach everything that can be reached; fewer may not. */
const ENOUGH = 3_000;

/** What is wrong with a run, each in a line; empty when nothing is. */
export function verdictOn(summary: Summary): string[] {
  const differing = summary.groups.map(
    ({ cause, count, example }) => `unexplained, ${count} times, as in ${example.number}: ${cause}`,
  );
  const strays = summary.strays.map((stray) => `asked the Backend API out of turn: ${stray}`);
  if (summary.scenarios < ENOUGH) return [...differing, ...strays];
  const unmatched = DIFFERENCES.filter(({ name }) => !summary.matched[name]);
  return [
    ...differing,
    ...strays,
    ...unmatched.map(({ name }) => `a difference that never made one: ${name}`),
    ...missingReasons(summary.verdicts).map(
      (reason) => `a reason that was never reached: ${reason}`,
    ),
  ];
}

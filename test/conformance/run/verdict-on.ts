import type { Suite } from './suite.js';
import type { Summary } from './summary.js';

/** What is wrong with a run, each in a line; empty when nothing is. */
export function verdictOn(
  { enough, met, missing }: Pick<Suite, 'enough' | 'met' | 'missing'>,
  summary: Summary,
): string[] {
  const differing = summary.groups.map(
    ({ cause, count, example }) => `unexplained, ${count} times, as in ${example.number}: ${cause}`,
  );
  const strays = summary.strays.map((stray) => `asked the Backend API out of turn: ${stray}`);
  if (summary.scenarios < enough) return [...differing, ...strays];
  const unmatched = met.filter(({ name }) => !summary.matched[name]);
  return [
    ...differing,
    ...strays,
    ...unmatched.map(({ name }) => `a difference that never made one: ${name}`),
    ...missing(summary.verdicts).map((reason) => `a reason that was never reached: ${reason}`),
  ];
}

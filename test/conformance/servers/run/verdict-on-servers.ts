import type { Summary } from '../../run/summary.js';
import { OF_SERVERS } from '../differences/list.js';

/** So many exchanges come upon every difference of servers; fewer may not. */
const ENOUGH = 2_000;

/** What is wrong with a run, each in a line; empty when nothing is. */
export function verdictOnServers(summary: Summary): string[] {
  const differing = summary.groups.map(
    ({ cause, count, example }) => `unexplained, ${count} times, as in ${example.number}: ${cause}`,
  );
  const strays = summary.strays.map((stray) => `asked the Backend API out of turn: ${stray}`);
  if (summary.scenarios < ENOUGH) return [...differing, ...strays];
  const unmatched = OF_SERVERS.filter(({ name }) => !summary.matched[name]);
  return [
    ...differing,
    ...strays,
    ...unmatched.map(({ name }) => `a difference that never made one: ${name}`),
  ];
}

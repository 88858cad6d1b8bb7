import { parseArgs } from 'node:util';
import { withoutNoise } from '../../run/quiet.js';
import { stopClock } from '../../run/stop-clock.js';
import { SERVER_DIFFERENCES } from '../differences/list.js';
import { print } from './report.js';
import { runGroups } from './run-groups.js';
import { showOne } from './show-one.js';
import { verdictOnServers } from './verdict-on-servers.js';

/** Runs what the arguments ask for and prints what came of it; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '20261121' },
      first: { type: 'string', default: '0' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    process.stdout.write(SERVER_DIFFERENCES.map(({ name, why }) => `- ${name}: ${why}\n`).join(''));
    return 0;
  }
  const seed = Number(values.seed);
  stopClock();
  if (values.only !== undefined) return (await showOne(seed, Number(values.only))) ? 0 : 1;
  const [first, count] = [Number(values.first), Number(values.count)];
  const summary = await withoutNoise(() => runGroups({ seed, first, count }));
  const problems = verdictOnServers(summary);
  print(summary, seed, problems);
  return problems.length > 0 ? 1 : 0;
}

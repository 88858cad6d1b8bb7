import { parseArgs } from 'node:util';
import type { Difference } from '../differences/difference.js';
import { print } from './report.js';
import type { Summary } from './summary.js';
import { verdictOn } from './verdict-on.js';

/** As much of a difference as a run tells of it. */
export type Named = Pick<Difference, 'name' | 'why'>;

/** Something that is compared, and all that a run of it needs to know. */
export interface Suite {
  /** The script that runs it, from the repository's root. */
  readonly script: string;
  /** What it runs, and what the vendor gives to each. */
  readonly unit: 'scenarios' | 'exchanges';
  readonly verdict: 'reason' | 'answer';
  /** How many are run by default: so many reach everything that can be reached, fewer may not. */
  readonly enough: number;
  /** What differs on purpose. */
  readonly differences: readonly Named[];
  /** Those of them that enough have to come upon. */
  readonly met: readonly Named[];
  /** What `--list` prints. */
  readonly listed: readonly Named[];
  /** The verdicts that enough should have come to, and did not. */
  missing(verdicts: Summary['verdicts']): readonly string[];
  run(range: { seed: number; first: number; count: number }): Promise<Summary>;
  /** Prints all about one; whether our answer is what it has to be. */
  show(seed: number, number: number): Promise<boolean>;
}

/** Runs what the arguments ask for and prints what came of it; the exit code. */
export async function runSuite(suite: Suite, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: String(suite.enough) },
      seed: { type: 'string', default: '20261121' },
      first: { type: 'string', default: '0' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    process.stdout.write(suite.listed.map(({ name, why }) => `- ${name}: ${why}\n`).join(''));
    return 0;
  }
  const seed = Number(values.seed);
  if (values.only !== undefined) return (await suite.show(seed, Number(values.only))) ? 0 : 1;
  const [first, count] = [Number(values.first), Number(values.count)];
  const summary = await suite.run({ seed, first, count });
  const problems = verdictOn(suite, summary);
  print(suite, seed, summary, problems);
  return problems.length > 0 ? 1 : 0;
}

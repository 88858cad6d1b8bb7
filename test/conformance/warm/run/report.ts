import type { Summary, Tally } from './summary.js';

/** Prints what came of a run. */
export function print(seed: number, summary: Summary, problems: readonly string[]): void {
  const { scenarios, comparisons, byStatus, byVisit } = summary;
  const lines = [
    `${scenarios} scenarios of seed ${seed}, ${comparisons} comparisons with an instance that has met nobody`,
    '',
    'How many visits, how many of them with a signature to verify, how many of those remembered:',
    ...rows(byStatus),
    '',
    'The same by what a visit tried:',
    ...rows(byVisit),
    '',
    ...summary.problems.flatMap(({ what, count, scenario, visit }) => [
      `${count} times: ${what} (${visit})`,
      `    node test/conformance/warm/run.mjs --seed ${seed} --only ${scenario}`,
    ]),
    problems.length === 0 ? '0 differences.' : `${problems.length} problems:`,
    ...problems.map((problem) => `  ${problem}`),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function rows(tallies: Readonly<Record<string, Tally>>): string[] {
  return Object.entries(tallies)
    .toSorted(([, one], [, other]) => other.visits - one.visits)
    .map(([name, { visits, verifying, remembered }]) => {
      const numbers = [visits, verifying, remembered].map((count) => String(count).padStart(8));
      return `${numbers.join('')}  ${name}`;
    });
}

import type { Suite } from './suite.js';
import type { Summary } from './summary.js';

/** Prints what came of a run. */
export function print(
  suite: Suite,
  seed: number,
  summary: Summary,
  problems: readonly string[],
): void {
  const lines = [
    `${summary.scenarios} ${suite.unit} of seed ${seed}`,
    '',
    `How often the vendor gave which ${suite.verdict}:`,
    ...counted(summary.verdicts),
    '',
    'How often we differ on purpose:',
    ...suite.differences.map(({ name }) => row(summary.matched[name] ?? 0, name)),
    '',
    ...groups(summary, `node ${suite.script} --seed ${seed}`),
    problems.length === 0 ? 'Nothing is unexplained.' : `${problems.length} problems:`,
    ...problems.map((problem) => `  ${problem}`),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function groups(summary: Summary, command: string): string[] {
  return summary.groups
    .toSorted((one, other) => other.count - one.count)
    .flatMap(({ cause, count, example }) => [
      `${count} times: ${cause}`,
      `    ${command} --only ${example.number}`,
    ]);
}

function counted(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => row(count, name));
}

function row(count: number, name: string): string {
  return `${String(count).padStart(8)}  ${name}`;
}

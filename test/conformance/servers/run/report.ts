import type { Summary } from '../../run/summary.js';
import { SERVER_DIFFERENCES } from '../differences/list.js';

/** Prints what came of a run. */
export function print(summary: Summary, seed: number, problems: readonly string[]): void {
  const lines = [
    `${summary.scenarios} exchanges of seed ${seed}`,
    '',
    'How often the vendor gave which answer:',
    ...counted(summary.verdicts),
    '',
    'How often we differ on purpose:',
    ...SERVER_DIFFERENCES.map(({ name }) => row(summary.matched[name] ?? 0, name)),
    '',
    ...groups(summary, seed),
    problems.length === 0 ? 'Nothing is unexplained.' : `${problems.length} problems:`,
    ...problems.map((problem) => `  ${problem}`),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function groups(summary: Summary, seed: number): string[] {
  return summary.groups
    .toSorted((one, other) => other.count - one.count)
    .flatMap(({ cause, count, example }) => [
      `${count} times: ${cause}`,
      `    node test/conformance/servers/run.mjs --seed ${seed} --only ${example.number}`,
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

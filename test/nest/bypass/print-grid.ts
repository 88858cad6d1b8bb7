import { type Platform, PLATFORMS } from '../support/platforms.js';
import { Arena } from './arena.js';
import { ATTEMPTS } from './attempts.js';

/** What came of the attempts on one platform: the faults of each, none where it was refused. */
type Column = Map<string, readonly string[]>;

/** Makes every attempt on every platform and prints a grid of them; the exit code. */
export async function run(): Promise<number> {
  const columns = new Map<Platform, Column>();
  for (const platform of PLATFORMS) columns.set(platform, await tryAll(platform));
  const rows = ATTEMPTS.map(({ name }) => ({
    name,
    faults: PLATFORMS.map((platform) => columns.get(platform)?.get(name) ?? ['not tried']),
  }));
  print('attempt', PLATFORMS);
  for (const { name, faults } of rows) print(name, faults.map(mark));
  const open = rows.filter(({ faults }) => faults.flat().length > 0);
  for (const { name, faults } of open) {
    write(`\n${name}`);
    for (const fault of faults.flat().slice(0, 6)) write(`  ${fault}`);
  }
  const count = rows.length - open.length;
  write(`\n${count} of ${rows.length} attempts are refused on ${PLATFORMS.join(' and ')}.`);
  return open.length === 0 ? 0 : 1;
}

async function tryAll(platform: Platform): Promise<Column> {
  const arena = await Arena.open(platform);
  const column: Column = new Map();
  // A refusal that nobody awaited would end this process before it could say whose it was.
  let unawaited: string[] = [];
  const note = (error: unknown) => unawaited.push(`a refusal went unawaited: ${String(error)}`);
  process.on('unhandledRejection', note);
  try {
    for (const attempt of ATTEMPTS) {
      const faults = await attempt.run(arena).catch((error) => [String(error)]);
      column.set(attempt.name, [...faults, ...unawaited]);
      unawaited = [];
    }
  } finally {
    process.off('unhandledRejection', note);
    await arena.close();
  }
  return column;
}

function mark(faults: readonly string[]): string {
  return faults.length === 0 ? 'refused' : 'OPEN';
}

const NAME_WIDTH = Math.max(...ATTEMPTS.map(({ name }) => name.length));

function print(name: string, cells: readonly string[]): void {
  write([name.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padEnd(8))].join('  ').trimEnd());
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * What it costs to import our package, and the vendor's: time and memory, each import in a process
 * of its own, in alternating rounds so that a busy machine hurts all alike. Ours is built first, as
 * it is published. Run it with `node test/client/import-cost.mjs [rounds]`.
 *
 * The package needs Nest, which its applications have loaded anyway and which costs several times as
 * much as either: there, everything is measured after Nest. The client is measured by itself too,
 * joined into one file as the package is.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = Number(process.argv[2] ?? 9);
const UNITS = { ms: 'time (ms)', heapKib: 'heap (KiB)', rssKib: 'RSS (KiB)' };
const NEST = ['@nestjs/common', '@nestjs/core', '@nestjs/platform-express'];

/** Runs in the measured process: what it prints is one measurement. */
const PROBE = `
  const [url, factory, ...loadedBefore] = process.argv.slice(1);
  for (const other of loadedBefore) await import(other);
  globalThis.gc();
  const before = process.memoryUsage();
  const started = performance.now();
  const module = await import(url);
  const ms = performance.now() - started;
  globalThis.gc();
  const after = process.memoryUsage();
  const client = module[factory]({ secretKey: 'sk_test_1' });
  if (!client.users.getUser) throw new Error('This is no client.');
  const kib = (name) => (after[name] - before[name]) / 1024;
  console.log(JSON.stringify({ ms, heapKib: kib('heapUsed'), rssKib: kib('rss') }));
`;

/** Builds the package, and the client alone, into a folder from where dependencies are found. */
async function buildIn(folder) {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, [join(ROOT, 'build.mjs'), join(folder, 'dist')], {
    stdio: 'inherit',
  });
  await build({
    entryPoints: [join(ROOT, 'src/client/index.ts')],
    outfile: join(folder, 'client.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    keepNames: true,
  });
}

const vendors = ['@clerk/backend', '@clerk/express'].map((name) => ({
  name,
  url: import.meta.resolve(name),
  factory: 'createClerkClient',
}));

/** What is compared; the first of a group is ours, and is divided by each of the others. */
function groups(folder) {
  const url = (file) => pathToFileURL(join(folder, file)).href;
  const client = { name: 'our client', url: url('client.js'), factory: 'createBackendApiClient' };
  const ours = { name: 'clerk-nestjs', url: url('dist/index.js'), factory: 'createClerkClient' };
  return [
    { title: 'The client, by itself', loadedBefore: [], subjects: [client, vendors[0]] },
    {
      title: 'The package, in an application of Nest',
      loadedBefore: NEST.map((name) => import.meta.resolve(name)),
      subjects: [ours, ...vendors],
    },
  ];
}

function measure({ url, factory }, loadedBefore) {
  const flags = ['--expose-gc', '--input-type=module', '--eval', PROBE];
  const env = { ...process.env, CLERK_TELEMETRY_DISABLED: '1' };
  const args = [...flags, url, factory, ...loadedBefore];
  return JSON.parse(execFileSync(process.execPath, args, { env, cwd: ROOT }));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians of each subject of the group, in alternating rounds. */
function compare({ subjects, loadedBefore }) {
  const measured = subjects.map(() => []);
  // The first round fills the caches of the file system, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, subject] of subjects.entries()) {
      const one = measure(subject, loadedBefore);
      if (round > 0) measured[place].push(one);
    }
  }
  return measured.map((all) =>
    Object.keys(UNITS).map((unit) => median(all.map((one) => one[unit]))),
  );
}

const line = (name, cells) => [name.padEnd(24), ...cells.map((cell) => cell.padStart(12))].join('');

function report(group) {
  const [ours, ...theirs] = compare(group);
  const names = group.subjects.map(({ name }) => name);
  const figures = [ours, ...theirs].map((row, place) =>
    line(
      names[place],
      row.map((figure) => figure.toFixed(1)),
    ),
  );
  const ratios = theirs.map((row, place) =>
    line(
      `ours / ${names[place + 1]}`,
      row.map((figure, unit) => (ours[unit] / figure).toFixed(2)),
    ),
  );
  return ['', group.title, line('', Object.values(UNITS)), ...figures, ...ratios];
}

const folder = mkdtempSync(join(tmpdir(), 'import-cost-'));
try {
  await buildIn(folder);
  const lines = groups(folder).flatMap(report);
  const head = `Medians of ${ROUNDS} alternating rounds, each import in its own process.`;
  process.stdout.write([head, ...lines, ''].join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * What it costs to import our client, and the vendor's: time and memory, each import in a process
 * of its own, in alternating rounds so that a busy machine hurts both alike. Ours is compiled first,
 * as it is for users. Run it with `node test/client/import-cost.mjs [rounds]`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = Number(process.argv[2] ?? 9);

/** Runs in the measured process: what it prints is one measurement. */
const PROBE = `
  globalThis.gc();
  const before = process.memoryUsage();
  const started = performance.now();
  const module = await import(process.argv[1]);
  const ms = performance.now() - started;
  globalThis.gc();
  const after = process.memoryUsage();
  const client = module[process.argv[2]]({ secretKey: 'sk_test_1' });
  if (!client.users.getUser) throw new Error('This is no client.');
  const kib = (name) => (after[name] - before[name]) / 1024;
  console.log(JSON.stringify({ ms, heapKib: kib('heapUsed'), rssKib: kib('rss') }));
`;

function build() {
  const folder = mkdtempSync(join(tmpdir(), 'import-cost-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const out = [
    '--outDir',
    join(folder, 'dist'),
    '--declaration',
    'false',
    '--declarationMap',
    'false',
  ];
  execFileSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.json'), ...out], {
    stdio: 'inherit',
  });
  return folder;
}

function measure({ url, factory }) {
  const flags = ['--expose-gc', '--input-type=module', '--eval', PROBE];
  const env = { ...process.env, CLERK_TELEMETRY_DISABLED: '1' };
  return JSON.parse(execFileSync(process.execPath, [...flags, url, factory], { env, cwd: ROOT }));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const folder = build();
try {
  const ours = join(folder, 'dist/client/index.js');
  const subjects = {
    'our client': { url: pathToFileURL(ours).href, factory: 'createBackendApiClient' },
    '@clerk/backend': { url: import.meta.resolve('@clerk/backend'), factory: 'createClerkClient' },
  };
  const measured = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  // The first round fills the caches of the file system, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, subject] of Object.entries(subjects)) {
      const one = measure(subject);
      if (round > 0) measured[name].push(one);
    }
  }
  const row = (name) =>
    Object.fromEntries(
      ['ms', 'heapKib', 'rssKib'].map((unit) => [
        unit,
        median(measured[name].map((one) => one[unit])),
      ]),
    );
  const [us, them] = Object.keys(subjects).map(row);
  const ratio = Object.fromEntries(Object.keys(us).map((unit) => [unit, us[unit] / them[unit]]));
  const lines = Object.entries({ 'our client': us, '@clerk/backend': them, ratio }).map(
    ([name, { ms, heapKib, rssKib }]) =>
      [name.padEnd(16), ...[ms, heapKib, rssKib].map((n) => n.toFixed(2).padStart(12))].join(''),
  );
  const head = ['', 'time (ms)', 'heap (KiB)', 'RSS (KiB)'];
  process.stdout.write(
    [
      `Medians of ${ROUNDS} alternating rounds, each import in its own process:`,
      head.map((name, place) => (place === 0 ? name.padEnd(16) : name.padStart(12))).join(''),
      ...lines,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

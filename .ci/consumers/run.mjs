// Packs the package once and proves the tarball where users put it: in fresh applications outside
// of this repository, each compiled once by its own TypeScript, strictly and with the types of the
// libraries checked, and run on every platform and Node. Prints a row for each, and fails if any
// does.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll, step } from './step.mjs';
import { table } from './table.mjs';

const here = import.meta.dirname;
const root = join(here, '..', '..');

/** The oldest Node that the package supports exactly, then the lines that are maintained. */
const nodes = ['20.19.0', '22.23.3', '24.21.0'];
const platforms = ['express', 'fastify'];
const statuses = [200, 401, 403];
const apps = [
  { name: 'Nest 12, ES modules', folder: 'nest-12-esm', emits: /^import .* from 'clerk-nestjs/m },
  {
    name: 'Nest 11, CommonJS',
    folder: 'nest-11-commonjs',
    emits: /= require\("clerk-nestjs/,
    jest: { 'jest, as documented': 'jest.starter.json', 'jest, to commonjs': 'jest.commonjs.json' },
  },
];

const work = await mkdtemp(join(tmpdir(), 'clerk-nestjs-consumers-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    killAll();
    rmSync(work, { recursive: true, force: true });
    process.exit(1);
  });
}

const npm = (name, cwd, ...args) => step(name, 180, cwd, 'npm', ...args);
// Without install scripts: nothing here needs one, and npm is about to stop running them unasked.
const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];

async function pack() {
  await npm('npm pack', root, 'pack', '--pack-destination', work);
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  return join(work, tarball);
}

/** Installs every Node, from the packages that the `node` package would fetch in a script. */
async function installNodes() {
  const { platform, arch } = process;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  const cwd = join(work, 'nodes');
  const dependencies = nodes.map((node) => [
    `node-${node}`,
    `npm:${prefix}-${platform}-${arch}@${node}`,
  ]);
  await mkdir(cwd);
  await writeFile(
    join(cwd, 'package.json'),
    JSON.stringify({ dependencies: Object.fromEntries(dependencies) }),
  );
  await npm('npm install of the Nodes', cwd, ...install);
}
const nodeBinary = (node) => join(work, 'nodes/node_modules', `node-${node}`, 'bin/node');

/** Makes the application, installs the tarball into it and compiles it. */
async function prepare({ name, folder, emits }, tarball) {
  const cwd = join(work, folder);
  await cp(join(here, folder), cwd, { recursive: true });
  await cp(join(here, 'shared'), join(cwd, 'src'), { recursive: true });
  await npm(`npm install in ${name}`, cwd, ...install, tarball);
  await step(`tsc in ${name}`, 120, cwd, join(cwd, 'node_modules/.bin/tsc'), '-p', '.');
  const compiled = await readFile(join(cwd, 'dist/app.module.js'), 'utf8');
  if (!emits.test(compiled)) throw new Error(`tsc in ${name}: not the module format it should be`);
}

/** Runs the compiled application, which asks itself over sockets and prints the answers. */
async function runApp({ name, folder }, platform, node) {
  const cwd = join(work, folder);
  const title = `${name}, ${platform}, Node ${node}`;
  const printed = await step(title, 60, cwd, nodeBinary(node), 'dist/main.js', platform);
  const seen = JSON.parse(printed.trim().split('\n').at(-1));
  if (seen.node !== node) throw new Error(`${title}: ran on Node ${seen.node}`);
  return statuses.map((status) => {
    const answers = seen.answers.filter(({ wanted }) => wanted === status);
    const wrong = answers.find(({ got }) => got !== status);
    return { cell: String(wrong?.got ?? status), ok: answers.length > 0 && !wrong };
  });
}

/** Runs the suite, whose tests are named after the statuses. */
async function runJest({ name, folder }, config, node) {
  const cwd = join(work, folder);
  const title = `${name}, jest with ${config}, Node ${node}`;
  const printed = await step(
    title,
    120,
    cwd,
    nodeBinary(node),
    'node_modules/jest/bin/jest.js',
    ...['--config', config, '--runInBand', '--json'],
    ...['--cacheDirectory', join(work, 'jest-cache')],
  );
  const tests = JSON.parse(printed).testResults.flatMap((file) => file.assertionResults);
  return statuses.map((status) => {
    const ok = tests.some((test) => test.title === String(status) && test.status === 'passed');
    return { cell: ok ? String(status) : '-', ok };
  });
}

const complaints = new Set();
const complain = (error) =>
  complaints.add(error.output ? `${error.message}\n${error.output}` : error.message);

/** A row of the table: what `prepared` and then `run` come to. */
async function row(titles, prepared, run) {
  try {
    await prepared;
    const cells = await run();
    const ok = cells.every((cell) => cell.ok);
    return { ok, cells: [...titles, ...cells.map(({ cell }) => cell), ok ? 'ok' : 'FAILED'] };
  } catch (error) {
    complain(error);
    return { ok: false, cells: [...titles, ...statuses.map(() => '-'), 'FAILED'] };
  }
}

/** The rows in their order, two at a time: more would only wait for the same processors. */
async function inPairs(tasks) {
  const results = [];
  const queue = tasks.entries();
  const worker = async () => {
    for (const [index, task] of queue) results[index] = await task();
  };
  await Promise.all([worker(), worker()]);
  return results;
}

const started = performance.now();
let failed = true;
try {
  const tarball = pack();
  const installed = installNodes();
  const tasks = apps.flatMap((app) => {
    const prepared = Promise.all([installed, tarball.then((file) => prepare(app, file))]);
    // Each row awaits it in its turn; until then a failure is not an unhandled one.
    prepared.catch(complain);
    const titles = [
      ...platforms.map((platform) => [platform, (node) => runApp(app, platform, node)]),
      ...Object.entries(app.jest ?? {}).map(([title, config]) => [
        title,
        (node) => runJest(app, config, node),
      ]),
    ];
    return titles.flatMap(([title, run]) =>
      nodes.map((node) => () => row([app.name, title, node], prepared, () => run(node))),
    );
  });
  const rows = await inPairs(tasks);
  for (const complaint of complaints) console.error(`${complaint}\n`);
  const heading = ['app', 'platform', 'Node', ...statuses.map(String), 'result'];
  console.log(table([heading, ...rows.map(({ cells }) => cells)]));
  const passed = rows.filter(({ ok }) => ok).length;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n${passed} of ${rows.length} rows hold (${seconds} s).`);
  failed = passed < rows.length;
} finally {
  killAll();
  await rm(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

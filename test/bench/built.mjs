import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import jestConfig from '../../jest.config.js';

const root = resolve(import.meta.dirname, '../..');

// As the tests are compiled.
const [, options] = jestConfig.transform['^.+\\.ts$'];

/**
 * Builds the package as it is published, compiles the benchmark beside it, and runs a module of the
 * benchmark; its `run` gives the exit code. There `clerk-nestjs` means what was built, so that what
 * is measured is what users get.
 */
export async function runBuilt(module) {
  const folder = mkdtempSync(join(tmpdir(), 'clerk-nestjs-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, exports, type: 'module' }));
  execFileSync(process.execPath, [join(root, 'build.mjs'), join(folder, 'dist')], {
    stdio: ['ignore', 2, 2],
  });
  compile(folder);
  const main = await import(pathToFileURL(join(folder, 'bench', module)).href);
  process.exitCode = await main.run(process.argv.slice(2));
}

function compile(folder) {
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || !/(?<!\.spec|\.d)\.ts$/.test(file.name)) continue;
    const path = join(file.parentPath ?? file.path, file.name);
    const target = join(folder, 'bench', relative(import.meta.dirname, path));
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...options, filename: path });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target.replace(/\.ts$/, '.js'), code);
  }
}

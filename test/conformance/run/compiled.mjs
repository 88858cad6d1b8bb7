import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import jestConfig from '../../../jest.config.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Of this process alone: another may be running.
const out = join(root, `.conformance-${process.pid}`);

// As the tests are compiled.
const [, options] = jestConfig.transform['^.+\\.ts$'];

/** Compiles the library and the comparison, and runs a module of it; its `run` gives the exit code. */
export async function runCompiled(module) {
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  compile();
  const main = await import(pathToFileURL(join(out, module)).href);
  process.exitCode = await main.run(process.argv.slice(2));
}

function compile() {
  for (const folder of [
    'src',
    'test/conformance',
    'test/engine',
    'test/nest/support',
    'test/tenants/load',
  ]) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    for (const file of files) {
      if (!file.isFile() || !file.name.endsWith('.ts') || /\.(spec|thorough)\.ts$/.test(file.name))
        continue;
      compileFile(join(file.parentPath ?? file.path, file.name));
    }
  }
  // With this package's name, so that it is what `clerk-nestjs` means there.
  const exports = { '.': './src/index.js', './testing': './src/testing/index.js' };
  const manifest = { name: 'clerk-nestjs', type: 'module', exports };
  writeFileSync(join(out, 'package.json'), JSON.stringify(manifest));
}

function compileFile(path) {
  const target = join(out, relative(root, path)).replace(/\.ts$/, '.js');
  const { code } = transformSync(readFileSync(path, 'utf8'), { ...options, filename: path });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

// Makes every attempt to get past the guard, on every platform, and prints what came of it:
//   node test/nest/bypass/print.mjs
// Exits with 1 unless each is refused.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import jestConfig from '../../../jest.config.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Of this process alone, and ignored by git as the comparison's are.
const out = join(root, `.conformance-bypass-${process.pid}`);

process.once('exit', () => rmSync(out, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

// As the tests are compiled.
const [, options] = jestConfig.transform['^.+\\.ts$'];

for (const folder of ['src', 'test/nest/support', 'test/nest/bypass']) {
  for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith('.ts') || /\.(spec|thorough)\.ts$/.test(file.name))
      continue;
    const path = join(file.parentPath ?? file.path, file.name);
    const target = join(out, relative(root, path)).replace(/\.ts$/, '.js');
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...options, filename: path });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

// With this package's name, so that it is what `clerk-nestjs` means there.
const exports = { '.': './src/index.js', './testing': './src/testing/index.js' };
const manifest = { name: 'clerk-nestjs', type: 'module', exports };
writeFileSync(join(out, 'package.json'), JSON.stringify(manifest));

const { run } = await import(pathToFileURL(join(out, 'test/nest/bypass/print-grid.js')).href);
process.exitCode = await run();

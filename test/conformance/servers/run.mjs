// Compares any number of exchanges with whole servers, ours and the vendor's:
//   node test/conformance/servers/run.mjs --count 2000 --seed 20261121
// and shows a single one in full:
//   node test/conformance/servers/run.mjs --seed 20261121 --only 4711
// and lists what differs on purpose:
//   node test/conformance/servers/run.mjs --list
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Apart from what the engine's comparison compiles, which may be running.
const out = join(root, 'node_modules/.cache/conformance-servers');

const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
    },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

compile();
const main = await import(pathToFileURL(join(out, 'test/conformance/servers/run/main.js')).href);
process.exitCode = await main.run(process.argv.slice(2));

/** Afresh each time: what was renamed must not linger. */
function compile() {
  rmSync(out, { recursive: true, force: true });
  for (const folder of ['src', 'test/conformance', 'test/engine', 'test/nest/support']) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    for (const file of files) {
      if (!file.isFile() || !file.name.endsWith('.ts') || file.name.endsWith('.spec.ts')) continue;
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
  const { code } = transformSync(readFileSync(path, 'utf8'), { ...OPTIONS, filename: path });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

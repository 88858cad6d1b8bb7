/**
 * Builds the package: `node build.mjs [folder]`, `dist` unless said otherwise.
 *
 * The compiler checks the sources and writes a declaration file for each, and modules that are then
 * joined: a file for each entry point of package.json's `exports`, and one for what several of them
 * share, so that every class, which may be a token of Nest's, exists once. Node spends more time on
 * finding, reading and linking hundreds of small files than on running what is in them. Nothing is
 * minified, classes keep their names, and source maps lead to `src`, which is published too.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const out = resolve(process.argv[2] ?? join(root, 'dist'));
const modules = join(out, '.modules');

// A folder of somebody else's is not emptied.
if (process.argv[2] && existsSync(out) && readdirSync(out).length > 0) {
  throw new Error(`${out} is not empty.`);
}
rmSync(out, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const folders = ['--outDir', modules, '--declarationDir', out];
try {
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), ...folders], {
    stdio: 'inherit',
  });
} catch {
  // The compiler has said what is wrong.
  process.exit(1);
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entryPoints = Object.values(exports).flatMap((entry) =>
  entry.default ? [join(modules, relative('dist', entry.default))] : [],
);
await build({
  // Paths in comments are then those of the sources.
  absWorkingDir: modules,
  entryPoints,
  outbase: modules,
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
});
rmSync(modules, { recursive: true, force: true });
for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js')) restoreClassNames(join(out, file));
}

/**
 * Gives decorated classes their names back, which loggers and errors show: the compiler writes
 * `let A = class A`, and joining makes `var A = class A2` of it. (esbuild's `keepNames` would do it
 * too, by a call for each function whenever one is made: a tenth of the time of a request.)
 */
function restoreClassNames(file) {
  const text = readFileSync(file, 'utf8');
  // As long as before, so that the source map still fits.
  const restored = text.replace(
    /(\bvar (\w+) = (?:\w+ = )?class )\2(\d+)/g,
    (_match, start, name, digits) => start + name + ' '.repeat(digits.length),
  );
  const renamed = restored.match(/\bclass \w*\d+\b(?=[^;]*\{$)/m);
  if (renamed) throw new Error(`${file} has a class of another name: ${renamed[0]}`);
  writeFileSync(file, restored);
}

// Compares any number of exchanges with whole servers, ours and the vendor's:
//   node test/conformance/servers/run.mjs --count 2000 --seed 20261121
// and shows a single one in full:
//   node test/conformance/servers/run.mjs --seed 20261121 --only 4711
// and lists all that differs on purpose, the engine's differences first, as Markdown for the README:
//   node test/conformance/servers/run.mjs --list
import { runCompiled } from '../run/compiled.mjs';

await runCompiled('test/conformance/servers/run/main.js');

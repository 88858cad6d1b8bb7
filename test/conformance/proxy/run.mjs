// Compares any number of proxied exchanges, through our proxy and the vendor's:
//   node test/conformance/proxy/run.mjs --count 4000 --seed 20261121
// and shows a single one in full:
//   node test/conformance/proxy/run.mjs --seed 20261121 --only 4711
// and lists all that differs on purpose, as Markdown for the README:
//   node test/conformance/proxy/run.mjs --list
import { runCompiled } from '../run/compiled.mjs';

await runCompiled('test/conformance/proxy/run/main.js');

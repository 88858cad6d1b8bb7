// Compares any number of scenarios, on two processes:
//   node test/conformance/run.mjs --count 100000 --seed 20261121
// and shows a single one in full:
//   node test/conformance/run.mjs --seed 20261121 --only 4711
// and lists what differs on purpose:
//   node test/conformance/run.mjs --list
import { runCompiled } from './run/compiled.mjs';

await runCompiled('test/conformance/run/main.js');

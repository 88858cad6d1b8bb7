// Whether an answer that rests on something remembered ever differs from one that does not:
//   node test/conformance/warm/run.mjs --count 3000 --seed 20261121
// Each scenario meets instances that have met all the others of its group, again and again and at
// other moments, and its answer is that of an instance which has met nobody. All about one scenario:
//   node test/conformance/warm/run.mjs --seed 20261121 --only 4711
import { runCompiled } from '../run/compiled.mjs';

await runCompiled('test/conformance/warm/run/main.js');

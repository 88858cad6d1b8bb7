// What the package costs, beside a bare Nest application, an ideal one, a naive one and the vendor's:
//   node test/bench/run.mjs --rounds 7 --seconds 2 [--only bearer-miss] [--platform fastify] [--out folder]
// and whether the benchmark itself works (every answer is checked, no time is):
//   node test/bench/run.mjs --quick
// Wants two cores that nobody else uses, and `taskset`.
import { runBuilt } from './built.mjs';

await runBuilt('main.js');

// Whether memory stays flat over many distinct tokens, and the cost of a request over many live ones:
//   node test/bench/growth.mjs [--tokens 1000000] [--rounds 3]
import { runBuilt } from './built.mjs';

await runBuilt('growth/main.js');

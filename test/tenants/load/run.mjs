// Proves that tenants stay apart under load, and what they cost:
//   node test/tenants/load/run.mjs --seconds 60 --tenants 1000 --users 100 --connections 64 --seed 20261121
// Exits with 1 when an answer carries another tenant's identity or an unexpected status, or when
// the memory of the server grows beyond its bound. The ratio of the costs is printed, not asserted.
import { runCompiled } from '../../conformance/run/compiled.mjs';

await runCompiled('test/tenants/load/main.js');

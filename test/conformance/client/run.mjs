// Calls every method of the vendor's client, and the same of ours, and compares what they ask and
// what they make of the answers:
//   node test/conformance/client/run.mjs
// or those of some APIs only, or of one method, whose differences are then shown in full:
//   node test/conformance/client/run.mjs --api users --api sessions
//   node test/conformance/client/run.mjs --api users --method getUserList
// and lists what differs on purpose:
//   node test/conformance/client/run.mjs --list
import { runCompiled } from '../run/compiled.mjs';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';
await runCompiled('test/conformance/client/run/main.js');

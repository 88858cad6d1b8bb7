import { DIFFERENCES } from '../differences/list.js';
import { missingReasons } from '../reasons/reasons.js';
import { runOnProcesses } from './run-on-processes.js';
import { showOne } from './show-one.js';
import type { Suite } from './suite.js';

/** Our `authenticateRequest` beside the vendor's. */
export const ENGINE_SUITE: Suite = {
  script: 'test/conformance/run.mjs',
  unit: 'scenarios',
  verdict: 'reason',
  enough: 3_000,
  differences: DIFFERENCES,
  met: DIFFERENCES,
  listed: DIFFERENCES,
  missing: missingReasons,
  run: runOnProcesses,
  show: showOne,
};

import { withoutNoise } from '../../run/quiet.js';
import { stopClock } from '../../run/stop-clock.js';
import type { Suite } from '../../run/suite.js';
import { EVERY_DIFFERENCE, OF_SERVERS, SERVER_DIFFERENCES } from '../differences/list.js';
import { runGroups } from './run-groups.js';
import { showOne } from './show-one.js';

/** A Nest application with our module beside Express with the vendor's middleware. */
export const SERVER_SUITE: Suite = {
  script: 'test/conformance/servers/run.mjs',
  unit: 'exchanges',
  verdict: 'answer',
  enough: 2_000,
  differences: SERVER_DIFFERENCES,
  met: OF_SERVERS,
  listed: EVERY_DIFFERENCE,
  // Of reasons the engine's own suite takes care.
  missing: () => [],
  run: (range) => {
    stopClock();
    return withoutNoise(() => runGroups(range));
  },
  show: showOne,
};

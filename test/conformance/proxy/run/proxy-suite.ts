import { withoutNoise } from '../../run/quiet.js';
import type { Suite } from '../../run/suite.js';
import { PROXY_DIFFERENCES } from '../differences/list.js';
import { runExchanges } from './run-exchanges.js';
import { showOne } from './show-one.js';

/** Our proxy, on Express and on Fastify, beside the vendor's. */
export const PROXY_SUITE: Suite = {
  script: 'test/conformance/proxy/run.mjs',
  unit: 'exchanges',
  verdict: 'answer',
  enough: 4_000,
  differences: PROXY_DIFFERENCES,
  met: PROXY_DIFFERENCES,
  listed: PROXY_DIFFERENCES,
  missing: () => [],
  run: (range) => withoutNoise(() => runExchanges(range)),
  show: showOne,
};

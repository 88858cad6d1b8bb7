import { runSuite } from '../../run/suite.js';
import { PROXY_SUITE } from './proxy-suite.js';

/** Compares proxies as the arguments ask for; the exit code. */
export function run(args: readonly string[]): Promise<number> {
  return runSuite(PROXY_SUITE, args);
}

import { ENGINE_SUITE } from './engine-suite.js';
import { runSuite } from './suite.js';

/** Compares our engine as the arguments ask for; the exit code. */
export function run(args: readonly string[]): Promise<number> {
  return runSuite(ENGINE_SUITE, args);
}

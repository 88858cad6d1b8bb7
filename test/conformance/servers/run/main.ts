import { runSuite } from '../../run/suite.js';
import { SERVER_SUITE } from './server-suite.js';

/** Compares whole servers as the arguments ask for; the exit code. */
export function run(args: readonly string[]): Promise<number> {
  return runSuite(SERVER_SUITE, args);
}

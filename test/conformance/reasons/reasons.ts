import { REACHABLE } from './reachable.js';

/** The verdicts that were to be reached and were not. */
export function missingReasons(verdicts: Readonly<Record<string, number>>): string[] {
  const reached = Object.keys(verdicts);
  return REACHABLE.filter((verdict) => {
    // What is thrown goes on with details.
    return verdict.startsWith('thrown: ')
      ? !reached.some((one) => one.startsWith(verdict))
      : !reached.includes(verdict);
  });
}

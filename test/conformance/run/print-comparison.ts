import { differing } from '../compare/cause.js';
import type { Comparison } from '../compare/compare.js';
import { decodedTokens } from './decoded-tokens.js';

/** Prints all about one comparison, and what else there is to say about it. */
export function printComparison(comparison: Comparison, more: object = {}): void {
  const { scenario, theirs, ours, applied, expected, isExpected } = comparison;
  const shown = {
    scenario,
    ...more,
    tokens: decodedTokens(scenario),
    theirs: theirs.verdict,
    answered: theirs.observation,
    ours: ours.verdict,
    differences: applied.map(({ name }) => name),
    ...(isExpected ? {} : { expectedAndOurs: differing(expected, ours.observation) }),
  };
  process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
}

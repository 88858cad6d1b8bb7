import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '../../compare/compare.js';
import type { Observed } from '../../compare/side.js';
import type { ServerScenario } from '../generate/server-scenario.js';
import type { ServerDifference } from '../differences/server-difference.js';
import type { ServerGroup } from './server-group.js';

/** Asks both servers, and compares ours with what it has to be. */
export async function compareServers(
  group: ServerGroup,
  scenario: ServerScenario,
  differences: readonly ServerDifference[],
): Promise<Comparison> {
  const [theirs, ours] = await Promise.all([group.askVendor(scenario), group.askOurs(scenario)]);
  const { expected, applied } = await expectedOf(group, scenario, differences, theirs);
  return {
    scenario,
    theirs,
    ours,
    applied,
    expected,
    isEqual: isDeepStrictEqual(ours.observation, theirs.observation),
    isExpected: isDeepStrictEqual(ours.observation, expected),
  };
}

type Expected = Pick<Comparison, 'expected' | 'applied'>;

async function expectedOf(
  group: ServerGroup,
  scenario: ServerScenario,
  differences: readonly ServerDifference[],
  theirs: Observed,
): Promise<Expected> {
  const applied = differences.filter((difference) => difference.applies(scenario));
  let changed = scenario;
  const steps = applied.map((difference) => {
    const asIf = difference.asIf(changed);
    const isOther = asIf.scenario !== changed;
    changed = asIf.scenario;
    return { difference, isOther, restore: asIf.restore };
  });
  const answer = changed === scenario ? theirs : await group.askVendor(changed);
  // The last change is taken back first.
  return steps.reduceRight<Expected>(
    ({ expected, applied: parts }, { difference, isOther, restore }) => {
      const restored = restore?.(expected) ?? expected;
      const hasPart = isOther || !isDeepStrictEqual(restored, expected);
      return { expected: restored, applied: hasPart ? [difference, ...parts] : parts };
    },
    { expected: answer.observation, applied: [] },
  );
}

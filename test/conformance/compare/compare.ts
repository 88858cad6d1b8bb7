import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../differences/difference.js';
import type { Scenario } from '../generate/scenario.js';
import type { Observation, Observed } from './observed.js';

/** How both sides are asked. */
export interface Sides<S extends Scenario> {
  askOurs(scenario: S): Promise<Observed>;
  askVendor(scenario: S): Promise<Observed>;
}

/** What came of one scenario. */
export interface Comparison {
  readonly scenario: Scenario;
  readonly theirs: Observed;
  readonly ours: Observed;
  /** What ours had to be; that of the vendor where no difference applies. */
  readonly expected: Observation;
  /** The differences that had a part in that. */
  readonly applied: readonly { readonly name: string }[];
  readonly isEqual: boolean;
  readonly isExpected: boolean;
}

/** Asks both sides, and compares ours with what it has to be. */
export async function compare<S extends Scenario>(
  sides: Sides<S>,
  scenario: S,
  differences: readonly Difference<S>[],
): Promise<Comparison> {
  const [theirs, ours] = await Promise.all([sides.askVendor(scenario), sides.askOurs(scenario)]);
  const { expected, applied } = await expectedOf(sides, scenario, differences, theirs);
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

async function expectedOf<S extends Scenario>(
  sides: Sides<S>,
  scenario: S,
  differences: readonly Difference<S>[],
  theirs: Observed,
): Promise<Expected> {
  let changed = scenario;
  // One after the other: what one difference has changed may be nothing to the next.
  const steps = differences.flatMap((difference) => {
    if (!difference.applies(changed)) return [];
    const asIf = difference.asIf(changed);
    const isOther = asIf.scenario !== changed;
    changed = asIf.scenario;
    return [{ difference, isOther, restore: asIf.restore }];
  });
  const answer = changed === scenario ? theirs : await sides.askVendor(changed);
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

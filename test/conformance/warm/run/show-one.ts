import { decodedTokens } from '../../run/decoded-tokens.js';
import { withoutNoise } from '../../run/quiet.js';
import { scenarioOf } from '../../generate/scenario-of.js';
import type { Comparison } from '../compare/compare-visit.js';
import { GROUP_SIZE, warmGroupOf } from '../generate/warm-group.js';
import { runGroups } from './run-groups.js';

/**
 * Runs the group of a scenario, as what is remembered comes from others too, and prints all about its
 * visits that differ, or what they were where none does; whether none does.
 */
export async function showOne(seed: number, number: number): Promise<boolean> {
  const comparisons: Comparison[] = [];
  const first = Math.floor(number / GROUP_SIZE);
  await withoutNoise(() =>
    runGroups({ seed, first, count: 1 }, (comparison) => {
      if (comparison.visit.scenario === number) comparisons.push(comparison);
    }),
  );
  const differing = comparisons.filter(({ problems }) => problems.length > 0);
  const shown =
    differing.length > 0
      ? differing.map(inFull.bind(undefined, scenarioOf(seed, number)))
      : comparisons.map(({ visit: { name, party, at }, status, isRemembered }) => ({
          name,
          party,
          at: new Date(at).toISOString(),
          status,
          isRemembered,
        }));
  const { edge, options, otherOptions, keys } = warmGroupOf(seed, first);
  process.stdout.write(
    `${JSON.stringify({ edge, options, otherOptions, keys, shown }, undefined, 2)}\n`,
  );
  return differing.length === 0;
}

function inFull(
  scenario: Parameters<typeof decodedTokens>[0],
  { visit, problems, warm, fresh }: Comparison,
): object {
  const { request, api } = visit;
  return {
    problems,
    visit: { ...visit, at: new Date(visit.at).toISOString() },
    tokens: decodedTokens({ ...scenario, request, api }),
    warm: readable(warm),
    fresh: readable(fresh),
  };
}

function readable({ views, calls, verified }: Comparison['warm']): object {
  const answers = views.map((list) =>
    list.map((view): unknown => (view.startsWith('thrown') ? view : JSON.parse(view))),
  );
  return { answers, calls, verified };
}

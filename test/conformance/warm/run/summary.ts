import type { Comparison } from '../compare/compare-visit.js';

/** How many visits there were of one kind. */
export interface Tally {
  readonly visits: number;
  /** Those for which a signature has to be verified by whoever remembers nothing. */
  readonly verifying: number;
  /** Those of them that were answered with fewer verified. */
  readonly remembered: number;
}

/** One kind of difference, and where it was seen first. */
export interface Problem {
  readonly what: string;
  readonly count: number;
  readonly scenario: number;
  readonly visit: string;
}

/** What came of a run: JSON, so that processes can pass it on. */
export interface Summary {
  readonly scenarios: number;
  readonly comparisons: number;
  readonly byStatus: Readonly<Record<string, Tally>>;
  readonly byVisit: Readonly<Record<string, Tally>>;
  readonly problems: readonly Problem[];
}

/** The summary of a run that has not begun. */
export const NOTHING: Summary = {
  scenarios: 0,
  comparisons: 0,
  byStatus: {},
  byVisit: {},
  problems: [],
};

/** The summary of one comparison; its scenario is counted elsewhere. */
export function summaryOf({ visit, status, fresh, problems, isRemembered }: Comparison): Summary {
  const tally = {
    visits: 1,
    verifying: fresh.verified > 0 ? 1 : 0,
    remembered: isRemembered ? 1 : 0,
  };
  const { scenario, name } = visit;
  return {
    scenarios: 0,
    comparisons: 1,
    byStatus: { [status]: tally },
    byVisit: { [name]: tally },
    problems: problems.map((what) => ({ what, count: 1, scenario, visit: name })),
  };
}

/** The summary of two runs. */
export function together(one: Summary, other: Summary): Summary {
  return {
    scenarios: one.scenarios + other.scenarios,
    comparisons: one.comparisons + other.comparisons,
    byStatus: added(one.byStatus, other.byStatus),
    byVisit: added(one.byVisit, other.byVisit),
    problems: other.problems.reduce(withProblem, one.problems),
  };
}

type Tallies = Readonly<Record<string, Tally>>;

function added(one: Tallies, other: Tallies): Tallies {
  const sum = { ...one };
  for (const [name, tally] of Object.entries(other)) {
    const { visits, verifying, remembered } = sum[name] ?? NO_VISITS;
    sum[name] = {
      visits: visits + tally.visits,
      verifying: verifying + tally.verifying,
      remembered: remembered + tally.remembered,
    };
  }
  return sum;
}

const NO_VISITS: Tally = { visits: 0, verifying: 0, remembered: 0 };

function withProblem(problems: readonly Problem[], problem: Problem): readonly Problem[] {
  const same = problems.find(({ what }) => what === problem.what);
  if (!same) return [...problems, problem];
  const sum = { ...same, count: same.count + problem.count };
  return problems.map((one) => (one === same ? sum : one));
}

import { causeOf } from '../compare/cause.js';
import type { Comparison } from '../compare/compare.js';

/** One kind of unexplained difference, and the smallest scenario that shows it. */
export interface Group {
  readonly cause: string;
  readonly count: number;
  readonly example: Example;
}

/** What is needed to look into a difference; JSON. */
export interface Example {
  readonly number: number;
  readonly size: number;
}

/** What came of a run: JSON, so that processes can pass it on. */
export interface Summary {
  readonly scenarios: number;
  /** How often the vendor gave which reason. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** How often each deliberate difference made one, by its name. */
  readonly matched: Readonly<Record<string, number>>;
  readonly groups: readonly Group[];
  /** Questions to the Backend API by nobody. */
  readonly strays: readonly string[];
}

/** The summary of a run that has not begun. */
export const NOTHING: Summary = {
  scenarios: 0,
  verdicts: {},
  matched: {},
  groups: [],
  strays: [],
};

/** The summary of one comparison. */
export function summaryOf(comparison: Comparison): Summary {
  const { scenario, theirs, applied, isEqual, isExpected } = comparison;
  // Where several have a part, none is shown to be needed.
  const counts = isExpected && !isEqual && applied.length === 1;
  const matched = counts ? applied.map(({ name }) => [name, 1]) : [];
  const size = JSON.stringify([scenario.options, scenario.request]).length;
  const example = { number: scenario.number, size };
  return {
    scenarios: 1,
    verdicts: { [theirs.verdict]: 1 },
    matched: Object.fromEntries(matched),
    groups: isExpected ? [] : [{ cause: causeOf(comparison), count: 1, example }],
    strays: [],
  };
}

/** The summary of two runs. */
export function together(one: Summary, other: Summary): Summary {
  return {
    scenarios: one.scenarios + other.scenarios,
    verdicts: added(one.verdicts, other.verdicts),
    matched: added(one.matched, other.matched),
    groups: other.groups.reduce(withGroup, one.groups),
    strays: [...one.strays, ...other.strays],
  };
}

function added(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function withGroup(groups: readonly Group[], group: Group): Group[] {
  const same = groups.find(({ cause }) => cause === group.cause);
  if (!same) return [...groups, group];
  const example = same.example.size <= group.example.size ? same.example : group.example;
  const sum = { ...same, count: same.count + group.count, example };
  return groups.map((other) => (other === same ? sum : other));
}

import { isDeepStrictEqual } from 'node:util';
import type { ApiCall } from '../../compare/backend-api.js';
import type { Visit } from '../generate/visit.js';
import type { Seen } from './seen.js';

/** A visit to instances that remember, and to ones that don't. */
export interface Comparison {
  readonly visit: Visit;
  readonly warm: Seen;
  readonly fresh: Seen;
  /** What differs, each in a few words; empty when nothing does. */
  readonly problems: readonly string[];
  /** What the fresh instance made of it: its status, or `thrown`. */
  readonly status: string;
  /** Whether fewer signatures were verified than an instance that remembers nothing would. */
  readonly isRemembered: boolean;
}

/** Compares what was seen. */
export function compareVisit(visit: Visit, warm: Seen, fresh: Seen): Comparison {
  const needed = fresh.verified * visit.times;
  const isRemembered = warm.verified < needed;
  const differing = warm.views.some((views) => !isDeepStrictEqual([views], fresh.views));
  const problems = [
    differing ? whatDiffers(warm, fresh) : undefined,
    ...callProblems(warm.calls, fresh.calls, visit.times),
    fresh.views.flat().some((view) => view.includes('spoilt')) && 'what one was handed is shared',
    warm.verified > needed && 'more signatures were verified than needed',
    isRemembered && isForged(fresh) && 'a forgery was answered without a look at its signature',
  ];
  return {
    visit,
    warm,
    fresh,
    problems: problems.filter((problem) => typeof problem === 'string'),
    status: statusOf(fresh.views[0]?.[0] ?? ''),
    isRemembered,
  };
}

/** The answer of a machine's token is the one thing that may be remembered instead of asked. */
const REMEMBERED_ANSWERS =
  /\/(api_keys\/verify|m2m_tokens\/verify|oauth_applications\/access_tokens\/verify)$/;

function callProblems(
  warm: readonly ApiCall[],
  fresh: readonly ApiCall[],
  times: number,
): string[] {
  const needed = Array.from({ length: times }, () => fresh).flat();
  const [asked, expected] = [texts(warm, false), texts(needed, false)];
  const problems: string[] = [];
  if (!isDeepStrictEqual(asked, expected)) problems.push('the Backend API was asked other things');
  const left = texts(needed, true);
  for (const text of texts(warm, true)) {
    const index = left.indexOf(text);
    if (index < 0) problems.push('the Backend API was asked about another machine token');
    else left.splice(index, 1);
  }
  return problems;
}

function texts(calls: readonly ApiCall[], ofMachines: boolean): string[] {
  return calls
    .filter(({ path }) => REMEMBERED_ANSWERS.test(path) === ofMachines)
    .map((call) => JSON.stringify(call))
    .toSorted();
}

/** One signature was looked at, and it was a bad one. */
function isForged({ views, verified }: Seen): boolean {
  return verified === 1 && views.flat().some((view) => view.includes('"token-invalid-signature"'));
}

function statusOf(view: string): string {
  if (view.startsWith('thrown')) return 'thrown';
  return /"status":"([\w-]+)"/.exec(view)?.[1] ?? 'unknown';
}

/** The verdicts and the members that differ, of the first answer that does. */
function whatDiffers(warm: Seen, fresh: Seen): string {
  const [expected = []] = fresh.views;
  const pairs = warm.views.flatMap((views) =>
    views.map((view, index) => [expected[index] ?? '', view] as const),
  );
  const [one, other] = pairs.find(([right, given]) => right !== given) ?? ['', ''];
  const [right, given] = [membersOf(one), membersOf(other)];
  const names = Object.keys({ ...right, ...given }).filter(
    (name) => !isDeepStrictEqual(right[name], given[name]),
  );
  return `${verdictOf(right)} -> ${verdictOf(given)}: ${names.join(', ')}`;
}

function membersOf(view: string): Record<string, unknown> {
  if (view.startsWith('thrown')) return { reason: view };
  const members: Record<string, unknown> = JSON.parse(view);
  return members;
}

function verdictOf({ reason, status }: Record<string, unknown>): string {
  return JSON.stringify(reason ?? status);
}

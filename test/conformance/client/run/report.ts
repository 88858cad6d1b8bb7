import type { MethodName } from '../calls/vendor-client.js';
import type { ClientComparison } from '../compare/compare-clients.js';
import { CLIENT_DIFFERENCES } from '../differences/list.js';
import { placesOf } from '../compare/places.js';
import { OPERATIONS } from '../samples/data.js';
import { unsentNames } from '../own/sent-names.js';
import type { RequestSeen } from '../compare/request-seen.js';
import { documented } from '../samples/operation-of.js';
import type { Asked, ClientSummary } from './run-clients.js';

const MOST_PLACES = 4;
const MOST_LETTERS = 90;

/** Prints what came of a run; whether that is all that it has to be. */
export function printReport(summary: ClientSummary, asked: Asked): boolean {
  const { methods, missing, withoutCalls, comparisons, own } = summary;
  const unexplained = comparisons.filter(({ isExpected }) => !isExpected);
  const wrong = own.filter(({ complaints }) => complaints.length > 0);
  const absent = new Set([...missing, ...withoutCalls]);
  const covered = methods.filter((name) => !absent.has(name)).length;
  const whole = isWhole(asked) ? wholeComplaints(summary) : [];
  const lines = [
    ...counted(comparisons.flatMap(({ applied }) => applied)),
    '',
    ...missing.map((name) => `missing in our client: ${textOf(name)}`),
    ...withoutCalls.map((name) => `without a call in the tables: ${textOf(name)}`),
    ...whole,
    ...groups(unexplained),
    ...wrong.flatMap(({ name, complaints }) => complaints.map((each) => `${textOf(name)} ${each}`)),
    ...(asked.method === undefined ? [] : unexplained.map(inFull)),
    `exchanges compared ${comparisons.length}`,
    `vendor's methods covered ${covered} of ${methods.length}`,
    `methods of our own that are as documented ${own.length - wrong.length} of ${own.length}`,
    `operations covered ${operationsIn(summary).size} of ${OPERATIONS.length}`,
    `unexplained differences ${unexplained.length}`,
    '',
  ];
  process.stdout.write(lines.join('\n'));
  return [absent.size, whole.length, wrong.length, unexplained.length].every((each) => each === 0);
}

/** What is wrong with all calls together. */
function wholeComplaints(summary: ClientSummary): readonly string[] {
  const reached = operationsIn(summary);
  const applied = new Set(summary.comparisons.flatMap((comparison) => comparison.applied));
  return [
    ...OPERATIONS.filter(({ operationId }) => !reached.has(operationId)).map(
      ({ method, path }) => `reached by no method: ${method} ${path}`,
    ),
    ...unsentNames(requestsOf(summary)).map((name) => `never sent: ${name}`),
    ...CLIENT_DIFFERENCES.filter(({ name }) => !applied.has(name)).map(
      ({ name }) => `a difference that never made one: ${name}`,
    ),
  ];
}

function isWhole({ apis, method }: Asked): boolean {
  return apis === undefined && method === undefined;
}

function textOf({ api, method }: MethodName): string {
  return `${api}.${method}`;
}

/** What our client asked. */
function requestsOf({ comparisons, own }: ClientSummary): readonly RequestSeen[] {
  const outcomes = [
    ...comparisons.map(({ ours }) => ours),
    ...own.flatMap((check) => check.outcomes),
  ];
  return outcomes.flatMap(({ requests }) => requests);
}

/** The ids of the documented operations that our client asked for. */
function operationsIn(summary: ClientSummary): ReadonlySet<string> {
  const ids = requestsOf(summary).map((request) => documented(request)?.operationId);
  return new Set(ids.filter((id) => id !== undefined));
}

function counted(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
}

/** Differences of a method in the same places are one, which its first exchange shows. */
function groups(unexplained: readonly ClientComparison[]): readonly string[] {
  const alike = new Map<string, ClientComparison[]>();
  for (const comparison of unexplained) {
    const { exchange, expected, ours } = comparison;
    const key = `${textOf(exchange)} ${Object.keys(placesOf(expected, ours)).join(' ')}`;
    alike.set(key, [...(alike.get(key) ?? []), comparison]);
  }
  return [...alike.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => described(one, group)),
  );
}

function described(
  { exchange, expected, ours, applied }: ClientComparison,
  { length }: readonly ClientComparison[],
): string {
  const places = Object.entries(placesOf(expected, ours));
  const shown = places.slice(0, MOST_PLACES).map(([path, pair]) => `    ${path} ${short(pair)}`);
  const more = places.length > MOST_PLACES ? [`    and ${places.length - MOST_PLACES} more`] : [];
  const about = `${exchange.about}, answered by ${exchange.reply}`;
  const names = applied.map((name) => ` [${name}]`).join('');
  return [`${textOf(exchange)}: ${length} times, as in ${about}${names}`, ...shown, ...more].join(
    '\n',
  );
}

function short([expected, ours]: readonly [unknown, unknown]): string {
  return `has to be ${text(expected)}, is ${text(ours)}`;
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, MOST_LETTERS);
}

function inFull({ exchange, theirs, expected, ours }: ClientComparison): string {
  const shown = {
    ...exchange,
    arguments: exchange.arguments(),
    theirs,
    differs: placesOf(expected, ours),
  };
  return JSON.stringify(shown, undefined, 2);
}

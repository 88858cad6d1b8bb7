import { snakeKey } from '../../../../src/client/casing.js';
import type { Arguments } from '../calls/call-table.js';
import type { RequestSeen } from '../compare/request-seen.js';
import type { ClientDifference } from './client-difference.js';

/** A text that no scenario has, in the place of an empty one. */
const EMPTY = 'the empty text';

/** The vendor sends these if they are told as texts. */
export const FALSY_PARAMETERS: ClientDifference = {
  name: 'a query parameter of `false`, `0` or an empty text is sent, not dropped',
  why: 'they are answers to a question; without them the API takes its default',
  applies: ({ arguments: args, ids }, { requests }) => {
    const names = falsyIn(args());
    const isInBody = ({ body }: RequestSeen) =>
      names.some((name) => snakeKey(name) in Object(body));
    return ids !== 'bad' && names.length > 0 && !requests.some(isInBody);
  },
  asIf: (exchange) => ({ ...exchange, arguments: () => asTexts(exchange.arguments()) }),
  expected: (theirs) => ({
    ...theirs,
    requests: theirs.requests.map((request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, value === EMPTY ? '' : value] as const),
    })),
  }),
};

/** The names of what would be dropped. */
function falsyIn(args: Arguments): readonly string[] {
  const entries = Object.entries(parametersOf(args));
  return entries.filter(([, value]) => isFalsy(value)).map(([name]) => name);
}

function isFalsy(value: unknown): boolean {
  return value === false || value === 0 || value === '';
}

function parametersOf(args: Arguments): object {
  const last = args.at(-1);
  return typeof last === 'object' && last !== null ? last : {};
}

function asTexts(args: Arguments): Arguments {
  const entries = Object.entries(parametersOf(args)).map(([name, value]: [string, unknown]) => [
    name,
    isFalsy(value) ? String(value) || EMPTY : value,
  ]);
  return [...args.slice(0, -1), Object.fromEntries(entries)];
}

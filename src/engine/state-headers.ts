import { freezeJson } from './freeze-json.js';
import {
  type Handshake,
  type HeaderList,
  isSentAway,
  type Outcome,
  type SignedOut,
} from './outcome.js';
import { AuthErrorReason, type AuthReason } from './reasons.js';

/** The headers that tell why nobody is signed in. */
export const WHY_HEADERS: readonly string[] = [
  'x-clerk-auth-status',
  'x-clerk-auth-reason',
  'x-clerk-auth-message',
];

/**
 * The response headers of an outcome: those it asks for itself and, where nobody is signed in, the
 * ones that tell why, under the vendor's names.
 */
export function stateHeaders(outcome: Outcome): HeaderList {
  const isFinal = outcome.status === 'signed-in' || isSentAway(outcome);
  return publicHeaders(isFinal ? outcome : { ...outcome, headers: withoutLocation(outcome) });
}

/**
 * The same as the public state has them: with the address to go to even where Clerk could not be
 * asked, as in the vendor's. Whoever answers by it has no 503 to give.
 */
export function publicHeaders(outcome: Outcome): HeaderList {
  const { headers } = outcome;
  if (outcome.status === 'signed-in') return headers;
  const why = whyHeaders(outcome);
  return headers.length === 0 ? why : [...headers, ...why];
}

type Why = Pick<SignedOut | Handshake, 'status' | 'reason' | 'message' | 'unavailable'>;

function whyHeaders(outcome: Why): HeaderList {
  const { status, reason, message, unavailable } = outcome;
  if (status === 'signed-out' && !message) return VISITORS.get(reason) ?? compose(outcome);
  // What is wrong with our own connection to Clerk is nobody's business outside.
  return unavailable ? compose({ ...outcome, message: '' }) : compose(outcome);
}

function compose({ status, reason, message }: Why): HeaderList {
  const why: [string, string][] = [
    ['x-clerk-auth-status', status],
    ['x-clerk-auth-reason', headerSafe(reason)],
  ];
  if (message) why.push(['x-clerk-auth-message', headerSafe(message)]);
  return why;
}

/**
 * Composed once, as most requests that are nobody's are so for one of few reasons. Frozen, as all of
 * them share it.
 */
const VISITORS: ReadonlyMap<AuthReason, HeaderList> = new Map(
  Object.values(AuthErrorReason).map((reason) => [
    reason,
    freezeJson(compose({ status: 'signed-out', reason, message: '' })),
  ]),
);

function withoutLocation({ headers }: Outcome): HeaderList {
  return headers.filter(([name]) => name !== 'Location');
}

/** A message can quote a token's claims, which hold anything; a header holds visible ASCII. */
function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

import { type HeaderList, isSentAway, type Outcome } from './outcome.js';

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
  const why: [string, string][] = [
    ['x-clerk-auth-status', outcome.status],
    ['x-clerk-auth-reason', headerSafe(outcome.reason)],
  ];
  // What is wrong with our own connection to Clerk is nobody's business outside.
  if (outcome.message && !outcome.unavailable)
    why.push(['x-clerk-auth-message', headerSafe(outcome.message)]);
  return [...headers, ...why];
}

function withoutLocation({ headers }: Outcome): HeaderList {
  return headers.filter(([name]) => name !== 'Location');
}

/** A message can quote a token's claims, which hold anything; a header holds visible ASCII. */
function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

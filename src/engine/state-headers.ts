import { type HeaderList, isSentAway, type Outcome } from './outcome.js';

/**
 * The response headers of an outcome: those it asks for itself and, where nobody is signed in, the
 * ones that tell why, under the vendor's names.
 */
export function stateHeaders(outcome: Outcome): HeaderList {
  if (outcome.status === 'signed-in') return outcome.headers;
  const headers = isSentAway(outcome) ? outcome.headers : withoutLocation(outcome.headers);
  const why: [string, string][] = [
    ['x-clerk-auth-status', outcome.status],
    ['x-clerk-auth-reason', headerSafe(outcome.reason)],
  ];
  // What is wrong with our own connection to Clerk is nobody's business outside.
  if (outcome.message && !outcome.unavailable)
    why.push(['x-clerk-auth-message', headerSafe(outcome.message)]);
  return [...headers, ...why];
}

function withoutLocation(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => name !== 'Location');
}

/** A message can quote a token's claims, which hold anything; a header holds visible ASCII. */
function headerSafe(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

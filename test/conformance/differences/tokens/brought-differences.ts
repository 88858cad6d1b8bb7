import type { Difference } from '../difference.js';
import type { LooseToken } from './loose-token.js';
import { isMachine } from './shape-differences.js';
import { tokenDifference } from './token-difference.js';

/** The categories of a session token; without one a token counts as of any kind. */
const OF_SESSIONS: ReadonlySet<unknown> = new Set([
  undefined,
  'cl_B7d4PD111AAA',
  'cl_I7d4PD111III',
]);

/** Differences in the tokens that handshakes and refreshes bring. */
export const BROUGHT_DIFFERENCES: readonly Difference[] = [
  tokenDifference({
    name: 'a handshake or refresh brings no session by a token of another category or kind',
    why: 'they are checked wherever a session token comes from',
    at: ['brought'],
    concerns: (token) => isOfAnotherKind(token),
    standIn: ({ text }) => text.replace(/\.[^.]*$/, '.AAAA'),
  }),
  tokenDifference({
    name: 'a machine’s token is no handshake token',
    why: 'what a machine may have signed can’t set a browser’s cookies',
    at: ['handshake'],
    concerns: (token) => isMachine(token),
    standIn: ({ text }) => text.replace(/\.[^.]*$/, '.AAAA'),
  }),
];

/** Whether it is no session token, by its category or its kind. */
export function isOfAnotherKind(token: LooseToken): boolean {
  return !OF_SESSIONS.has(token.header['cat']) || isMachine(token);
}

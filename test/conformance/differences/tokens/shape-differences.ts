import type { Difference } from '../difference.js';
import { claimsOf, isStrict, type LooseToken } from './loose-token.js';
import { resigned } from './replace-tokens.js';
import { tokenDifference } from './token-difference.js';

const EVERYWHERE = ['header', 'cookie', 'handshake', 'brought'] as const;

/** Differences in what counts as a token at all. */
export const SHAPE_DIFFERENCES: readonly Difference[] = [
  tokenDifference({
    name: 'a token with padding, a byte order mark or claims that are no object is malformed',
    why: 'RFC 7515, section 2, RFC 7519, section 7.2, and RFC 8259, section 8.1: a token has one spelling, and holds an object',
    at: EVERYWHERE,
    // In a directive a value ends at the first equals sign, for both.
    concerns: (token, _, place) =>
      !isStrict(place === 'brought' ? { ...token, text: token.text.replace(/=+$/, '') } : token),
    standIn: ({ text }) => `x.${(text.split('.').at(-1) ?? '').replace(/=+$/, '')}`,
  }),
  tokenDifference({
    name: 'an unsigned token of a machine is a machine’s token',
    why: 'its kind is plain to see; the vendor asks for a signature before it looks',
    at: EVERYWHERE,
    concerns: (token) => token.text.endsWith('.') && isMachine(token),
    standIn: ({ text }) => `${text}AAAA`,
  }),
  tokenDifference({
    name: 'a token with a critical extension is refused',
    why: 'RFC 7515, section 4.1.11: who does not understand it must refuse the token',
    at: EVERYWHERE,
    concerns: ({ header }) => header['crit'] !== undefined,
    // The key is for another algorithm, which the vendor finds out before it verifies.
    standIn: (token) => resigned(token, { header: { crit: undefined, alg: 'RS512' } }),
  }),
];

/** Whether header or subject say that it is a machine's. */
export function isMachine(token: LooseToken): boolean {
  const { typ } = token.header;
  const { sub } = claimsOf(token);
  const isM2M = typeof sub === 'string' && sub.startsWith('mch_');
  return isM2M || typ === 'at+jwt' || typ === 'application/at+jwt';
}

import type { JsonObject } from '../facts/decoded-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { show, type VerificationFailure } from './verification-failure.js';

/**
 * Refuses a token that another origin asked for: the defence against a sibling subdomain that
 * plants its own session cookie, or reads ours and sends it on. With `authorizedParties` given, a
 * token that does not say who asked for it (`azp`) is refused too.
 */
export function checkAuthorizedParty(
  claims: JsonObject,
  authorizedParties: readonly string[],
): VerificationFailure | undefined {
  if (authorizedParties.length === 0) return undefined;
  const party = claims['azp'];
  if (typeof party === 'string' && party && authorizedParties.includes(party)) return undefined;
  return {
    reason: TokenVerificationErrorReason.TokenInvalidAuthorizedParties,
    message: `The token's authorized party (azp) is ${show(party)}; expected is one of ${show(authorizedParties)}.`,
  };
}

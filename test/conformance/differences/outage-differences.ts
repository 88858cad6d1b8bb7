import { effectiveOptions } from '../generate/effective-options.js';
import type { Scenario } from '../generate/scenario.js';
import { tokenOf } from '../generate/token-recipe.js';
import { OWN_KID } from '../generate/world.js';
import type { AsIf, Difference } from './difference.js';
import { hasNonce } from './has-nonce.js';
import { bearerToken } from './tokens/bearer-token.js';
import { tokensAt } from './tokens/places.js';
import { replaceTokens } from './tokens/replace-tokens.js';

const GOOD_HEADER = { alg: 'RS256', kid: OWN_KID, typ: 'JWT' };

/** Differences where Clerk’s keys can’t be had. */
export const OUTAGE_DIFFERENCES: readonly Difference[] = [
  {
    name: 'without keys to verify a handshake by, a development instance is signed out',
    why: 'nothing is known of the token, which the vendor blames in an error',
    applies: (scenario) => {
      const { publishableKey = '' } = effectiveOptions(scenario);
      const hasKeys = scenario.keys.jwtKey !== undefined || scenario.api.jwks !== 'empty';
      const isReturn = bearerToken(scenario) === '' && !hasNonce(scenario);
      return publishableKey.startsWith('pk_test_') && !hasKeys && isReturn;
    },
    asIf: withoutCookies,
  },
];

/** As if the handshake had verified and brought nothing, and had no headers of its own. */
function withoutCookies(scenario: Scenario): AsIf {
  const tokens = tokensAt(scenario, 'handshake').map((token) => {
    const claims = { handshake: [], of: token.text.slice(-24) };
    return [token.text, tokenOf({ signer: 'own', header: GOOD_HEADER, claims })] as const;
  });
  if (tokens.length === 0) return { scenario };
  const { scenario: changed, restore } = replaceTokens(scenario, new Map(tokens));
  return {
    scenario: { ...changed, api: { ...changed.api, jwks: 'published' } },
    restore: (answer) => {
      const { state, calls } = restore?.(answer) ?? answer;
      if (state?.['reason'] !== 'session-token-missing') return { state, calls };
      const headers: unknown = state['headers'];
      const own = Array.isArray(headers) ? headers.filter(isOwn) : [];
      return { state: { ...state, headers: own }, calls };
    },
  };
}

function isOwn(header: unknown): boolean {
  return String(header).startsWith('x-clerk-auth-');
}

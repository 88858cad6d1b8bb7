import type { Observation } from '../../compare/observed.js';
import type { Scenario } from '../../generate/scenario.js';
import { tokenOf } from '../../generate/token-recipe.js';
import { ownKey } from '../../generate/world.js';
import type { AsIf } from '../difference.js';
import { claimsOf, type LooseToken } from './loose-token.js';
import { tokensAt } from './places.js';

/** Old text and new text. */
export type Replacements = ReadonlyMap<string, string>;

/**
 * The scenario with other tokens in the places of some, also of those within a handshake token; and
 * the answer with the old ones back in place.
 */
export function replaceTokens(scenario: Scenario, tokens: Replacements): AsIf {
  const all = new Map([...tokens].map(([old, token]) => [withoutPadding(old), token]));
  for (const { text, header, claims } of tokensAt(scenario, 'handshake')) {
    const changed = replaced(JSON.stringify(claims), all);
    if (changed === JSON.stringify(claims) || all.has(withoutPadding(text))) continue;
    all.set(withoutPadding(text), resigned({ text, header, claims: JSON.parse(changed) }, {}));
  }
  const back = new Map([...all].map(([old, token]) => [token, old]));
  const { request, api } = scenario;
  return {
    scenario: {
      ...scenario,
      request: JSON.parse(replaced(JSON.stringify(request), all)),
      api: JSON.parse(replaced(JSON.stringify(api), all)),
    },
    restore: (answer): Observation => JSON.parse(replaced(JSON.stringify(answer), back)),
  };
}

/** What stands behind a token stays there, so that it is encoded as it was. */
function withoutPadding(token: string): string {
  return token.replace(/=+$/, '');
}

function replaced(text: string, tokens: Replacements): string {
  return [...tokens].reduce((result, [old, token]) => result.replaceAll(old, token), text);
}

/** A token with some of it changed; its signature fits if it fitted before. */
export function resigned(
  token: LooseToken,
  changes: { readonly header?: object; readonly claims?: object },
): string {
  return tokenOf({
    signer: ownKey.hasSigned(token.text) ? 'own' : 'foreign',
    header: { ...token.header, ...changes.header },
    claims: { ...claimsOf(token), ...changes.claims },
  });
}

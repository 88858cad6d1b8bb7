import type { Random } from './random.js';
import type { TokenRecipe } from './token-recipe.js';

/** Claims that readers take in different ways. */
const CLAIMS: readonly Readonly<Record<string, unknown>>[] = [
  { aud: 5 },
  { aud: { of: 'x' } },
  { aud: ['https://x.example', 5] },
  { aud: {} },
  { exp: -1e300 },
  { nbf: 1e300 },
  { iat: 1e300 },
  { iat: null },
  { iat: '1' },
  { iat: '1', jti: 'x' },
  { v: 2, fea: 'articles', o: { id: 'org_1', rol: 'admin', per: 'read', fpm: '1' } },
  { v: 2, fea: 7, o: { id: 'org_1', rol: 'admin' } },
  { v: 2, o: { id: 'org_1', rol: ['admin'] } },
  { v: 2, o: { id: 'org_1', rol: {} } },
];

/** A token that a lenient reader takes and a strict one doesn't, or that they read otherwise. */
export function contestedRecipe(random: Random, good: TokenRecipe, claims: object): TokenRecipe {
  return random.weighted<TokenRecipe>([
    [12, () => ({ ...good, damage: 'padded' })],
    [12, () => ({ ...good, header: { ...good.header, crit: ['urn:x'], 'urn:x': true } })],
    [5, () => ({ ...good, claims: `\uFEFF${JSON.stringify(claims)}` })],
    [5, () => ({ ...good, claims: random.pick(['[]', 'null', '5']) })],
    [
      6,
      () => ({
        ...good,
        claims: { ...claims, sub: 'mch_1' },
        damage: random.pick([undefined, 'signature emptied']),
      }),
    ],
    [60, () => ({ ...good, claims: { ...claims, ...random.pick(CLAIMS) } })],
  ]);
}

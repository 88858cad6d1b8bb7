import { contestedRecipe } from './contested-tokens.js';
import type { Random } from './random.js';
import { goodClaims, strangeClaims } from './session-claims.js';
import type { Damage, TokenRecipe } from './token-recipe.js';
import { AUDIENCES, NOW_IN_SECONDS, OWN_KID } from './world.js';

/** How a session token is, at a glance. */
export type SessionState =
  'good' | 'expired' | 'early' | 'strange' | 'contested' | 'odd' | 'forged';

const DAY = 86_400;
const GOOD_HEADER = { alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: OWN_KID, typ: 'JWT' };

/** Seconds by which times are off, on both sides of every boundary that the options can make. */
const OFFSETS = [0, 1, 3, 4, 5, 6, 29, 30, 31, 60, 61, 3_600, DAY - 1, DAY, DAY + 1, DAY + 70];

/** Headers of which one entry is unusual. */
const ODD_HEADERS: readonly Readonly<Record<string, unknown>>[] = [
  { cat: 'cl_B7d4PD222AAA' },
  { cat: 'cl_B7d4PD333AAA' },
  { cat: 'cl_I7d4PD111III' },
  { cat: undefined },
  { cat: null },
  { cat: '' },
  { typ: undefined },
  { typ: 'at+jwt' },
  { typ: 'application/at+jwt' },
  { typ: 'jwt' },
  { typ: 'JWE' },
  { typ: null },
  { alg: 'RS384' },
  { alg: 'RS512' },
  { alg: 'ES256' },
  { alg: 'HS256' },
  { alg: 'none' },
  { alg: undefined },
  { kid: 'ins_unknown' },
  { kid: 'ins_unknown' },
  { kid: 'ins_unknown' },
  { kid: 'ins_other' },
  { kid: undefined },
  { kid: 5 },
  { crit: ['urn:x'], 'urn:x': true },
  { crit: [] },
  { b64: false },
];

const ODD_CLAIMS: readonly Readonly<Record<string, unknown>>[] = [
  { sub: undefined },
  { sub: null },
  { sub: 5 },
  { sub: '' },
  { sub: 'mch_1' },
  { sub: 'mch' },
  { iss: undefined },
  { iss: '' },
  { iss: 5 },
  { iss: 'https://clerk.elsewhere.example' },
  { azp: null },
  { azp: 5 },
  { azp: ['http://localhost:3000'] },
  { aud: 5 },
  { aud: null },
  { aud: '' },
  { aud: {} },
  { aud: ['https://x.example', 5] },
  { aud: [AUDIENCES[0], 5] },
  { aud: 'https://x.example' },
  { exp: undefined },
  { exp: null },
  { exp: '99999999999' },
  { exp: 1e300 },
  { exp: -1e300 },
  { exp: NOW_IN_SECONDS + 9.9 },
  { nbf: undefined },
  { nbf: null },
  { nbf: '1' },
  { nbf: 1e300 },
  { nbf: -1e300 },
  { iat: undefined },
  { iat: null },
  { iat: '1' },
  { iat: 1e300 },
  { iat: 0 },
  { sts: 5 },
];

const ODD_TEXTS = ['[]', 'null', '"x"', '{', '', '5'];

const DAMAGES: readonly Damage[] = [
  'claims swapped',
  'signature cut',
  'signature emptied',
  'two parts',
  'four parts',
  'padded',
  'loose bits',
];

/** A session token of an instance in the state asked for. */
export function sessionRecipe(
  random: Random,
  state: SessionState,
  frontendApi: string,
): TokenRecipe {
  const claims = goodClaims(random, frontendApi);
  const good: TokenRecipe = { signer: 'own', header: GOOD_HEADER, claims };
  const off = () => random.pick(OFFSETS);
  switch (state) {
    case 'good':
      return good;
    case 'expired': {
      const exp = NOW_IN_SECONDS - off();
      return { ...good, claims: { ...claims, exp, iat: exp - 60, nbf: exp - 70 } };
    }
    case 'early': {
      const times = random.chance(50)
        ? { nbf: NOW_IN_SECONDS + off() }
        : { iat: NOW_IN_SECONDS + off() };
      return { ...good, claims: { ...claims, ...times, exp: NOW_IN_SECONDS + 2 * DAY } };
    }
    case 'strange':
      return { ...good, claims: strangeClaims(random, frontendApi) };
    case 'contested':
      return contestedRecipe(random, good, claims);
    case 'odd':
      return oddRecipe(random, good, claims);
    case 'forged':
      return forgedRecipe(random, good);
    default:
      return state satisfies never;
  }
}

function oddRecipe(random: Random, good: TokenRecipe, claims: object): TokenRecipe {
  const { pick } = random;
  return random.weighted<TokenRecipe>([
    [48, () => ({ ...good, header: { ...good.header, ...pick(ODD_HEADERS) } })],
    [39, () => ({ ...good, claims: { ...claims, ...pick(ODD_CLAIMS) } })],
    [
      5,
      () => ({
        ...good,
        header: { ...good.header, ...pick(ODD_HEADERS) },
        claims: { ...claims, ...pick(ODD_CLAIMS) },
      }),
    ],
    [4, () => ({ ...good, claims: pick([...ODD_TEXTS, `\uFEFF${JSON.stringify(claims)}`]) })],
    [4, () => ({ ...good, header: { ...good.header, jwk: {}, jku: 'https://evil.example' } })],
  ]);
}

function forgedRecipe(random: Random, good: TokenRecipe): TokenRecipe {
  return random.weighted<TokenRecipe>([
    [20, () => ({ ...good, signer: 'foreign' })],
    [10, () => ({ ...good, signer: 'nobody', header: { ...good.header, alg: 'none' } })],
    [10, () => ({ ...good, signer: 'nobody' })],
    [
      10,
      () => ({ ...good, signer: 'public key as secret', header: { ...good.header, alg: 'HS256' } }),
    ],
    [50, () => ({ ...good, damage: random.pick(DAMAGES) })],
  ]);
}

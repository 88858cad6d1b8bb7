import { directives } from './directives.js';
import type { Random } from './random.js';
import type { TokenPool } from './token-pool.js';
import { type Damage, tokenOf, type TokenRecipe } from './token-recipe.js';
import { NOW_IN_SECONDS, OWN_KID, type WorldInstance } from './world.js';

const ODD_HEADERS: readonly object[] = [
  { cat: 'cl_B7d4PD111AAA' },
  { cat: 'cl_B7d4PD222AAA' },
  { cat: 'cl_B7d4PD333AAA' },
  { cat: 'cl_I7d4PD111III' },
  { cat: null },
  { typ: undefined },
  { typ: 'JWE' },
  { typ: 'at+jwt' },
  { alg: 'RS512' },
  { alg: 'none' },
  { alg: undefined },
  { kid: 'ins_unknown' },
  { kid: undefined },
  { crit: ['urn:x'] },
];

const DAMAGES: readonly Damage[] = ['claims swapped', 'signature cut', 'two parts', 'padded'];

const ODD_CLAIMS: readonly Readonly<Record<string, unknown>>[] = [
  { sub: 'mch_1' },
  { exp: NOW_IN_SECONDS - 9_000 },
  { nbf: NOW_IN_SECONDS + 9_000 },
  { handshake: undefined },
  { handshake: null },
  { handshake: '__session=x' },
  { handshake: {} },
];

/** The token in which a handshake of old brings its cookies. */
export function handshakeToken(random: Random, pool: TokenPool, instance: WorldInstance): string {
  const { pick } = random;
  const claims = { handshake: directives(random, pool, instance) };
  const header = { alg: 'RS256', kid: OWN_KID, typ: 'JWT' };
  const good: TokenRecipe = { signer: 'own', header, claims };
  return random.weighted<string>([
    [60, () => tokenOf(good)],
    [6, () => tokenOf({ ...good, claims: { ...claims, sub: 'mch_1' } })],
    [4, () => tokenOf({ ...good, damage: 'padded' })],
    [8, () => tokenOf({ ...good, header: { ...header, ...pick(ODD_HEADERS) } })],
    [6, () => tokenOf({ ...good, claims: { ...claims, ...pick(ODD_CLAIMS) } })],
    [6, () => tokenOf({ ...good, signer: 'foreign' })],
    [6, () => tokenOf({ ...good, damage: pick(DAMAGES) })],
    [4, () => pick(['x', 'a.b.c', '..'])],
  ]);
}

import type { Random } from './random.js';
import { tokenOf, type TokenRecipe } from './token-recipe.js';
import { AUDIENCES, NOW_IN_SECONDS, OWN_KID } from './world.js';

const OPAQUE = ['ak_live_1', 'mt_live_1', 'oat_live_1'] as const;
const ODD_OPAQUE = [
  'ak_',
  'mt_',
  'oat_',
  'AK_1',
  'ak',
  'mt_a.b.c',
  'oat_a.b.c',
  'ak_a.b.c',
  'oat_a.b.c',
  'ak_a.b.c',
];

/** A machine's token as it stands in `Authorization`: opaque or a JWT, good or not. */
export function machineToken(random: Random): string {
  return random.weighted<string>([
    [38, () => random.pick(OPAQUE)],
    [6, () => random.pick(ODD_OPAQUE)],
    [26, () => tokenOf(m2mRecipe(random))],
    [30, () => tokenOf(oauthRecipe(random))],
  ]);
}

function m2mRecipe(random: Random): TokenRecipe {
  const { pick } = random;
  return changed(random, {
    signer: 'own',
    header: {
      alg: 'RS256',
      kid: OWN_KID,
      typ: random.usually<unknown>('JWT', [undefined, 'at+jwt']),
      cat: random.chance(70) ? 'cl_B7d4PD333AAA' : pick(ODD_CATEGORIES),
    },
    claims: {
      ...times(random),
      iss: 'https://clerk.example.com',
      jti: random.usually<unknown>('mt_1', [undefined, null]),
      sub: random.usually('mch_1', ['mch_', 'mch_2']),
      aud: random.some(60, () => pick<unknown>([['mch_2'], ['mch_2', 'mch_3'], AUDIENCES[0], []])),
      scopes: random.some(50, () => pick<unknown>(['mch_2 mch_3', 'mch_2', '', null])),
      permissions: random.some(30, () => ['read']),
      azp: random.some(30, () => 'https://app.example.com'),
    },
  });
}

function oauthRecipe(random: Random): TokenRecipe {
  const { pick } = random;
  return changed(random, {
    signer: 'own',
    header: {
      alg: 'RS256',
      kid: OWN_KID,
      typ: pick(['at+jwt', 'application/at+jwt']),
      cat: random.some(30, () => pick(ODD_CATEGORIES)),
    },
    claims: {
      ...times(random),
      iss: 'https://clerk.example.com',
      jti: random.usually<unknown>('oat_1', [undefined, null]),
      sub: random.usually<unknown>('user_1', ['user_2', undefined, 'org_1']),
      client_id: random.usually<unknown>('client_1', [undefined, null]),
      aud: pick<unknown>([
        undefined,
        AUDIENCES[0],
        AUDIENCES[0],
        [...AUDIENCES],
        [AUDIENCES[1]],
        [],
        '',
        [AUDIENCES[0], ''],
        [AUDIENCES[0], 5],
        5,
      ]),
      scope: random.some(60, () => pick(['openid email', 'email', ''])),
      scp: random.some(30, () => pick<unknown>([['openid'], [], null])),
      azp: random.some(30, () => 'https://app.example.com'),
    },
  });
}

function times(random: Random): object {
  const off = () => random.pick([0, 1, 4, 5, 6, 30, 31, 3_600]);
  return random.weighted<object>([
    [70, () => ({ exp: NOW_IN_SECONDS + 60, iat: NOW_IN_SECONDS - 60, nbf: NOW_IN_SECONDS - 60 })],
    [10, () => ({ exp: NOW_IN_SECONDS - off(), iat: NOW_IN_SECONDS - 7_200 })],
    [5, () => ({ exp: NOW_IN_SECONDS + 9_000, iat: NOW_IN_SECONDS + off() })],
    [5, () => ({ exp: NOW_IN_SECONDS + 9_000, nbf: NOW_IN_SECONDS + off() })],
    [5, () => ({ exp: random.pick<unknown>([undefined, null, '1', 1e300, -1e300]), iat: 1 })],
    [5, () => ({ exp: NOW_IN_SECONDS + 60 })],
  ]);
}

const ODD_CATEGORIES: readonly unknown[] = [
  undefined,
  null,
  'cl_B7d4PD111AAA',
  'cl_B7d4PD222AAA',
  'cl_B7d4PD333AAA',
  'cl_I7d4PD111III',
];

const ODD_HEADERS: readonly object[] = [
  { kid: 'ins_unknown' },
  { alg: 'none' },
  { alg: 'RS512' },
  { alg: 'ES256' },
  { crit: ['urn:x'] },
];

function changed(random: Random, recipe: TokenRecipe): TokenRecipe {
  return random.weighted<TokenRecipe>([
    [71, () => recipe],
    [5, () => ({ ...recipe, signer: 'foreign' })],
    [5, () => ({ ...recipe, header: { ...recipe.header, ...random.pick(ODD_HEADERS) } })],
    [3, () => ({ ...recipe, damage: 'signature cut' })],
    [3, () => ({ ...recipe, damage: 'claims swapped' })],
    [7, () => ({ ...recipe, damage: 'signature emptied' })],
    [3, () => ({ ...recipe, damage: 'padded' })],
    [3, () => ({ ...recipe, damage: 'four parts' })],
  ]);
}

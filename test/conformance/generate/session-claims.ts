import { randomClaims } from '../../engine/auth/random-claims.js';
import type { Random } from './random.js';
import { AUDIENCES, NOW_IN_SECONDS, ORIGINS } from './world.js';

type Claims = Record<string, unknown>;

/** The organizations that tokens and URL patterns know, by slug. */
export const ORGANIZATIONS = [
  { id: 'org_1', slg: 'acme' },
  { id: 'org_2', slg: 'globex' },
] as const;

/** The claims of a session token that is good now, of version 2 or 1. */
export function goodClaims(random: Random, frontendApi: string): Claims {
  const { pick } = random;
  const version = random.usually<unknown>(2, [undefined, 1]);
  return {
    azp: random.usually<unknown>(pick(ORIGINS), [undefined, 'https://evil.example', '']),
    aud: random.some(20, () => pick<unknown>([AUDIENCES[0], [...AUDIENCES], [AUDIENCES[1]], []])),
    exp: NOW_IN_SECONDS + 50,
    fva: random.some(70, () =>
      pick([
        [0, -1],
        [12, 3],
        [5, 5],
        [-1, -1],
        [9, 99_999],
      ]),
    ),
    iat: NOW_IN_SECONDS - 10,
    iss: random.usually<unknown>(`https://${frontendApi}`, [`http://${frontendApi}`, frontendApi]),
    jti: 'a1b2',
    nbf: NOW_IN_SECONDS - 20,
    sid: random.usually<unknown>('sess_1', ['sess_2', undefined, '']),
    sts: random.weighted<unknown>([
      [75, () => 'active'],
      [15, () => 'pending'],
      [10, () => undefined],
    ]),
    sub: pick(['user_1', 'user_2']),
    act: random.some(10, () => ({ sub: 'user_3' })),
    v: version,
    ...(version === 2 ? secondVersion(random) : firstVersion(random)),
  };
}

function secondVersion(random: Random): Claims {
  const { pick } = random;
  const organization = random.some(55, () => ({
    ...pick(ORGANIZATIONS),
    ...random.some(10, () => ({ slg: undefined })),
    rol: pick(['admin', 'member']),
    per: random.some(80, () => pick(['read,manage', 'read'])),
    fpm: random.some(80, () => pick(['3', '1', '2', '3,1'])),
  }));
  return {
    o: organization,
    fea: random.some(70, () => pick(['o:articles', 'o:articles,o:billing', 'u:articles', 'uo:x'])),
    pla: random.some(70, () => pick(['u:free', 'o:pro', 'u:pro,o:free'])),
  };
}

function firstVersion(random: Random): Claims {
  const organization = random.some(55, () => random.pick(ORGANIZATIONS));
  if (!organization) return {};
  return {
    org_id: organization.id,
    org_slug: random.some(80, () => organization.slg),
    org_role: random.pick(['org:admin', 'org:member']),
    org_permissions: random.some(70, () => ['org:articles:read']),
  };
}

/** The claims of a good token, but for what the application reads from them: of any type. */
export function strangeClaims(random: Random, frontendApi: string): Claims {
  const { azp, exp, iat, iss, nbf, sid } = goodClaims(random, frontendApi);
  return { ...randomClaims(random.pick), azp, exp, iat, iss, nbf, sid, sub: 'user_1' };
}

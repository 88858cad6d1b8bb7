import type { Random } from './random.js';
import type { TokenPool } from './token-pool.js';
import { NOW_IN_SECONDS, type WorldInstance } from './world.js';

const ODD: readonly unknown[] = [
  'a=1\r\nX-Injected: 1',
  'a=\u0000',
  'name=caf\u00e9',
  'name=\u20ac',
  '',
  '=x',
  'no-value',
  '__session',
  '__sessionary=x',
  5,
  null,
];

/** The `Set-Cookie` values of a handshake or a refresh, mostly with a session that is good. */
export function directives(random: Random, pool: TokenPool, instance: WorldInstance): unknown[] {
  const { pick } = random;
  const attributes = pick(['; Path=/; SameSite=Lax', '; Path=/; Max-Age=60; Secure', '']);
  const state = random.weighted<() => string>([
    [49, () => () => pool.session(random, 'good', instance)],
    [12, () => () => pool.session(random, 'expired', instance)],
    [8, () => () => pool.session(random, 'early', instance)],
    [8, () => () => pool.session(random, 'odd', instance)],
    [10, () => () => pool.session(random, 'contested', instance)],
    [5, () => () => pool.session(random, 'forged', instance)],
    [8, () => () => pick(['', 'x', 'a.b.c'])],
  ]);
  const session = state();
  const { cookieSuffix } = instance;
  const possible: unknown[] = [
    `__client_uat=${NOW_IN_SECONDS}${attributes}`,
    `__session=${session}${attributes}`,
    `__session_${cookieSuffix}=${session}${attributes}`,
    `__client_uat_${cookieSuffix}=${NOW_IN_SECONDS}${attributes}`,
    `__clerk_db_jwt=dvb_3${attributes}`,
    ` __session=x`,
  ];
  const chosen = possible.filter(() => random.chance(60));
  return random.chance(8) ? [...chosen, pick(ODD)] : chosen;
}

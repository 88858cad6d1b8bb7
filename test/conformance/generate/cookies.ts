import { cookieHeader } from '../../engine/support/request-source.js';
import type { Random } from './random.js';
import type { TokenPool } from './token-pool.js';
import { DEVELOPMENT, NOW_IN_SECONDS, PRODUCTION, type WorldInstance } from './world.js';

type Jar = Record<string, string | undefined>;

/** The `Cookie` header of a browser in any state; undefined without cookies. */
export function cookies(
  random: Random,
  pool: TokenPool,
  instance: WorldInstance,
  brought: Jar,
): string | undefined {
  const { pick } = random;
  const suffix = instance.cookieSuffix;
  const naming = random.weighted<'plain' | 'suffixed' | 'both'>([
    [35, () => 'plain'],
    [25, () => 'suffixed'],
    [40, () => 'both'],
  ]);
  const isStale = random.chance(12);
  const signedIn = isStale ? stalePair : pair;
  const plain = naming === 'suffixed' ? {} : signedIn(random, pool, instance);
  const suffixed = naming === 'plain' ? {} : signedIn(random, pool, instance);
  const jar: Jar = {
    ...brought,
    __session: plain.session,
    __client_uat: plain.clientUat,
    __clerk_db_jwt: random.some(82, () => 'dvb_1'),
    [`__session_${suffix}`]: suffixed.session,
    [`__client_uat_${suffix}`]: suffixed.clientUat,
    [`__clerk_db_jwt_${suffix}`]: random.some(82, () => 'dvb_2'),
    [`__refresh_${suffix}`]: random.some(isStale ? 95 : 55, () =>
      pick(['refresh_1', 'refresh_1', 'refresh_1', '']),
    ),
    __refresh: random.some(10, () => 'refresh_2'),
    __clerk_redirect_count: random.some(25, () =>
      pick(['0', '1', '2', '3', '3', '4', '-1', '2.5', 'x', '', '1e1', '0x3']),
    ),
    ...random.some(12, () => otherInstance(random, pool, instance)),
    theme: random.some(15, () => pick(['dark', '%E2%82%AC', '%', '"quoted"'])),
  };
  const text = cookieHeader(jar);
  return text === '' ? random.some(10, () => pick([';', 'x', ' '])) : text;
}

interface Pair {
  readonly session?: string | undefined;
  readonly clientUat?: string | undefined;
}

/** Mostly signed in: a session together with a client that is older. */
function pair(random: Random, pool: TokenPool, instance: WorldInstance): Pair {
  const { pick } = random;
  const times = ['1', '1', `${NOW_IN_SECONDS - 5}`, `${NOW_IN_SECONDS - 10}`];
  const clientUat = () => pick([...times, '0', '', 'x', '1x', '-1', ' 1', '1.9']);
  return random.weighted<Pair>([
    [62, () => ({ session: pool.anySession(random, instance), clientUat: '1' })],
    [16, () => ({ session: pool.anySession(random, instance), clientUat: clientUat() })],
    [7, () => ({ session: pool.anySession(random, instance) })],
    [7, () => ({ clientUat: clientUat() })],
    [3, () => ({ session: pick(['x', '', 'a.b.c', 'ak_1']), clientUat: '1' })],
    [3, () => ({ session: pool.machine(random), clientUat: '1' })],
    [2, () => ({})],
  ]);
}

/** Of somebody who comes back after a while. */
function stalePair(random: Random, pool: TokenPool, instance: WorldInstance): Pair {
  return { session: pool.session(random, 'expired', instance), clientUat: '1' };
}

function otherInstance(random: Random, pool: TokenPool, instance: WorldInstance): Jar {
  const others = [...DEVELOPMENT, ...PRODUCTION].filter((other) => other !== instance);
  const other = random.pick(others);
  const session = pool.session(random, 'good', other);
  return {
    [`__session_${other.cookieSuffix}`]: session,
    [`__client_uat_${other.cookieSuffix}`]: '1',
    ...random.some(60, () => ({ __session: session, __client_uat: '1' })),
  };
}

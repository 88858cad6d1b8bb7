import { authorization } from './authorization.js';
import { cookies } from './cookies.js';
import { addressHeaders, method, originHeaders, purposeHeaders } from './headers.js';
import type { Audience } from './options.js';
import type { Random } from './random.js';
import type { ScenarioRequest } from './scenario.js';
import { target } from './target.js';
import type { TokenPool } from './token-pool.js';
import { ORIGINS, type WorldInstance } from './world.js';

type Brought = Record<string, string>;

/** A request of a browser or a machine to an application of the instance. */
export function requestOf(
  random: Random,
  pool: TokenPool,
  instance: WorldInstance,
  audience: Audience,
): ScenarioRequest {
  const origin = random.usually<string>(ORIGINS[0], [ORIGINS[1], 'http://127.0.0.1:8080']);
  const brought = handshakeReturn(random, pool, instance);
  const byQuery = random.chance(50);
  const bearer = (percent: number, usual: 'session' | 'machine') =>
    random.some(percent, () => authorization(random, pool, instance, usual));
  const crossed = audience === 'browsers' && random.chance(2);
  const headers = {
    ...addressHeaders(random, origin),
    ...purposeHeaders(random),
    ...originHeaders(random, instance, origin),
    authorization: audience === 'browsers' ? bearer(14, 'session') : bearer(88, 'machine'),
    cookie: random.some(audience === 'browsers' ? 95 : 20, () =>
      cookies(random, pool, instance, byQuery ? {} : brought),
    ),
    ...(crossed ? crossedCarriers(random, pool, instance) : {}),
  };
  return {
    method: method(random),
    origin,
    target: target(random, byQuery ? brought : {}),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  };
}

/** An expired token in the header, and something unreadable where cookies have theirs. */
function crossedCarriers(random: Random, pool: TokenPool, instance: WorldInstance): Brought {
  return {
    authorization: `Bearer ${pool.session(random, 'expired', instance)}`,
    cookie: `__session=${random.pick(['x', 'a.b.c'])}; __refresh_${instance.cookieSuffix}=r`,
  };
}

/** What a browser brings back from a handshake, if it comes from one. */
function handshakeReturn(random: Random, pool: TokenPool, instance: WorldInstance): Brought {
  return random.weighted<Brought>([
    [77, () => ({})],
    [10, () => ({ __clerk_handshake_nonce: 'nonce_1' })],
    [11, () => ({ __clerk_handshake: pool.handshake(random, instance) })],
    [
      2,
      () => ({
        __clerk_handshake_nonce: 'nonce_1',
        __clerk_handshake: pool.handshake(random, instance),
      }),
    ],
  ]);
}

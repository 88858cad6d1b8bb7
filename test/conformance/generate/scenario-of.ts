import { apiAnswers } from './api-answers.js';
import { authorization } from './authorization.js';
import { cookies } from './cookies.js';
import { addressHeaders, method, originHeaders, purposeHeaders } from './headers.js';
import { type Audience, decoys, keys, options } from './options.js';
import { Random } from './random.js';
import type { Placement, Scenario, ScenarioRequest } from './scenario.js';
import { staged } from './staged.js';
import { target } from './target.js';
import { TokenPool } from './token-pool.js';
import { DEVELOPMENT, ORIGINS, PRODUCTION, type WorldInstance } from './world.js';

type Brought = Record<string, string>;

/** The scenario of a number: always the same for the same seed. */
export function scenarioOf(seed: number, number: number): Scenario {
  const random = new Random(seed, number);
  const pool = new TokenPool(seed, number);
  const instance = random.pick(random.chance(50) ? DEVELOPMENT : PRODUCTION);
  const audience = random.weighted<Audience>([
    [76, () => 'browsers'],
    [24, () => 'machines'],
  ]);
  const satellite = audience === 'browsers' && random.chance(22);
  const placement = random.weighted<Placement>([
    [40, () => 'function'],
    [35, () => 'client'],
    [25, () => 'call'],
  ]);
  const scenario: Scenario = {
    seed,
    number,
    placement,
    clientOptions: placement === 'call' ? decoys(random, instance) : {},
    options: options(random, instance, { audience, satellite }),
    keys: keys(random, instance, audience),
    request: request(random, pool, instance, audience),
    api: apiAnswers(random, pool, instance),
  };
  return random.chance(10) ? staged(random, pool, instance, scenario) : scenario;
}

function request(
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

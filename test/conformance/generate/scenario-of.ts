import { apiAnswers } from './api-answers.js';
import { type Audience, decoys, keys, options } from './options.js';
import { Random } from './random.js';
import { requestOf } from './request-of.js';
import type { Placement, Scenario } from './scenario.js';
import { staged } from './staged.js';
import { TokenPool } from './token-pool.js';
import { DEVELOPMENT, PRODUCTION } from './world.js';

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
    request: requestOf(random, pool, instance, audience),
    api: apiAnswers(random, pool, instance),
  };
  return random.chance(10) ? staged(random, pool, instance, scenario) : scenario;
}

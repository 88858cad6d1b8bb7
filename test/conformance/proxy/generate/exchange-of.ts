import { PLATFORMS } from '../../../nest/support/platforms.js';
import { Random } from '../../generate/random.js';
import { answerOf } from './proxy-answers.js';
import { requestOf } from './proxy-requests.js';
import { type Oracle, type ProxyScenario, SETUPS } from './proxy-scenario.js';

/** An exchange; two numbers that follow each other are one for Express and the same for Fastify. */
export function exchangeOf(seed: number, number: number): ProxyScenario {
  const random = new Random(seed, Math.floor(number / PLATFORMS.length));
  const setup = random.weighted<ProxyScenario['setup']>([
    [60, () => 0],
    [25, () => 1],
    [15, () => 2],
  ]);
  // Only the middleware can be switched on by a function.
  const oracle: Oracle =
    setup === 2 || random.chance(50) ? '@clerk/express' : 'clerkFrontendApiProxy';
  const request = requestOf(random, SETUPS[setup].path);
  const answer = answerOf(random, oracle);
  return {
    seed,
    number,
    platform: number % PLATFORMS.length === 0 ? 'express' : 'fastify',
    oracle,
    setup,
    request,
    // Of HEAD there is no body that could break off, or say why there is no answer.
    answer: request.method === 'HEAD' ? { ...answer, kind: 'whole' } : answer,
  };
}

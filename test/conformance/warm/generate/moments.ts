import type { ScenarioOptions } from '../../generate/scenario.js';
import { NOW } from '../../generate/world.js';
import { claimsOf } from './tokens-of.js';

const DAY_IN_MS = 86_400_000;
const DEFAULT_SKEW_IN_MS = 5_000;
const DEFAULT_KEY_LIFETIME_IN_MS = 300_000;

/** What is far away is no boundary of anything. */
const HORIZON_IN_MS = 10 * DAY_IN_MS;

/**
 * The moments around which the answer about tokens can change, each with those before and after:
 * their ends and beginnings, with the tolerance of the options and of development instances; and
 * those at which fetched keys get old.
 *
 * @returns Milliseconds since 1970, each once.
 */
export function momentsOf(tokens: readonly string[], options: ScenarioOptions): number[] {
  const { clockSkewInMs: skew = DEFAULT_SKEW_IN_MS, jwksCacheTtlInMs } = options;
  const tolerances = [0, Number.isFinite(skew) ? skew : DEFAULT_SKEW_IN_MS, DAY_IN_MS];
  const ofTokens = tokens.flatMap((token) => {
    const { exp, nbf, iat } = claimsOf(token);
    const ends = tolerances.map((tolerance) => inMs(exp) + tolerance);
    return [...ends, ...[nbf, iat].flatMap((time) => tolerances.map((by) => inMs(time) - by))];
  });
  const ofKeys = [1_000, 5_000, jwksCacheTtlInMs ?? DEFAULT_KEY_LIFETIME_IN_MS, DAY_IN_MS];
  const moments = [...ofTokens, ...ofKeys.map((age) => NOW + age)].flatMap((moment) => [
    moment - 1,
    moment,
    moment + 1,
  ]);
  return [...new Set(moments)].filter((moment) => Math.abs(moment - NOW) < HORIZON_IN_MS);
}

/** Not a number where the claim is none; such a moment is never near. */
function inMs(seconds: unknown): number {
  return typeof seconds === 'number' ? Math.trunc(seconds) * 1_000 : Number.NaN;
}

import { resolveOptions } from '../../../../src/options/resolve-options.js';
import { apiAnswers } from '../../generate/api-answers.js';
import { type Audience, keys, options } from '../../generate/options.js';
import { Random } from '../../generate/random.js';
import { requestOf } from '../../generate/request-of.js';
import type {
  ScenarioApi,
  ScenarioKeys,
  ScenarioOptions,
  ScenarioRequest,
} from '../../generate/scenario.js';
import { TokenPool } from '../../generate/token-pool.js';
import { DEVELOPMENT, ownKey, PRODUCTION, type WorldInstance } from '../../generate/world.js';
import { goodMachineTokens } from './good-machine-tokens.js';
import { TOKEN_CACHES } from './remembered.js';

/** How many scenarios meet the same instances. */
export const GROUP_SIZE = 10;

/** What a group's instances are made with, which the comparisons with the vendor don't draw. */
export interface WarmOptions extends ScenarioOptions {
  readonly tokenCache?: (typeof TOKEN_CACHES)[number];
}

/**
 * By what requests are authenticated: in Nest with a key that is given, with fetched ones, with a key
 * that the run turns as it likes; or by a call of the function with either of the first two.
 */
export type Edge = 'Nest, PEM' | 'Nest, fetched' | 'Nest, turned' | 'call, PEM' | 'call, fetched';

/** Scenarios that meet the same instances. */
export interface WarmGroup {
  readonly number: number;
  readonly edge: Edge;
  readonly instance: WorldInstance;
  readonly options: WarmOptions;
  /** Of an instance with the same keys and other demands. */
  readonly otherOptions: WarmOptions;
  readonly keys: ScenarioKeys;
  readonly api: ScenarioApi;
  readonly requests: readonly ScenarioRequest[];
  /** For all that is drawn later. */
  readonly random: Random;
  readonly pool: TokenPool;
}

/** Draws until there is something that boots; nearly every second does. */
const MOST_DRAWS = 200;

/** The group of a number: always the same for the same seed. */
export function warmGroupOf(seed: number, number: number): WarmGroup {
  const random = new Random(seed, number, 8);
  const pool = new TokenPool(seed, number * GROUP_SIZE);
  const instance = random.pick(random.chance(50) ? DEVELOPMENT : PRODUCTION);
  const audience = random.pick<Audience>(['browsers', 'browsers', 'machines']);
  const satellite = audience === 'browsers' && random.chance(15);
  const edge = random.weighted<Edge>([
    [35, () => 'Nest, turned'],
    [25, () => 'Nest, PEM'],
    [25, () => 'Nest, fetched'],
    [8, () => 'call, PEM'],
    [7, () => 'call, fetched'],
  ]);
  const draw = () => warmOptions(random, instance, { audience, satellite });
  const given = keysOf(random, instance, audience, edge);
  return {
    number,
    edge,
    instance,
    keys: given,
    options: bootable(draw, given),
    otherOptions: bootable(draw, given),
    api: { ...apiAnswers(random, pool, instance), jwks: 'published' },
    requests: requestsOf(random, pool, instance, audience),
    random,
    pool,
  };
}

function warmOptions(
  random: Random,
  instance: WorldInstance,
  audience: Parameters<typeof options>[2],
): WarmOptions {
  const tokenCache = random.pick(TOKEN_CACHES);
  const drawn = { ...options(random, instance, audience), tokenCache };
  const given = Object.entries(drawn).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function keysOf(
  random: Random,
  instance: WorldInstance,
  audience: Audience,
  edge: Edge,
): ScenarioKeys {
  const { jwtKey: _jwtKey, ...rest } = keys(random, instance, audience);
  const isGiven = edge.endsWith('PEM');
  const secretKey = rest.secretKey ?? (instance.type === 'production' ? 'sk_live_' : 'sk_test_');
  return isGiven
    ? { ...rest, jwtKey: random.pick<ScenarioKeys['jwtKey']>(['own', 'in one line', 'bare']) }
    : { ...rest, secretKey };
}

function bootable(draw: () => WarmOptions, { secretKey, jwtKey }: ScenarioKeys): WarmOptions {
  for (let drawn = 0; drawn < MOST_DRAWS; drawn++) {
    const found = draw();
    // The keys are checked by their shape here; each instance gets its own.
    const keyTexts = { secretKey: secretKey && `${secretKey}x`, jwtKey: jwtKey && ownKey.pem };
    if (boots({ ...found, ...keyTexts })) return found;
  }
  throw new Error('no options that boot were drawn');
}

function boots(candidate: object): boolean {
  try {
    resolveOptions(candidate, {});
    return true;
  } catch {
    // Refused: options are wrong on purpose at times, and there is nothing to compare then.
    return false;
  }
}

/** First some that are good, so that every group has something to remember. */
function requestsOf(
  random: Random,
  pool: TokenPool,
  instance: WorldInstance,
  audience: Audience,
): ScenarioRequest[] {
  const plain = { method: 'GET', origin: 'http://localhost:3000', target: '/articles/5' };
  const host = 'localhost:3000';
  const session = pool.session(random, 'good', instance);
  const cookie = `__clerk_db_jwt=dvb_1; __client_uat=1; __session=${session}`;
  const bearer = (token: string): ScenarioRequest => {
    const headers = { host, authorization: `Bearer ${token}` };
    return { ...plain, headers };
  };
  const known = [
    bearer(session),
    ...goodMachineTokens().map(bearer),
    { ...plain, headers: { host, cookie, 'sec-fetch-dest': 'document' } },
  ];
  const drawn = Array.from({ length: GROUP_SIZE - known.length }, () =>
    requestOf(random, pool, instance, audience),
  );
  return [...known, ...drawn];
}

import { failure } from '../../generate/failure.js';
import { Random } from '../../generate/random.js';
import { scenarioOf } from '../../generate/scenario-of.js';
import type { ApiAnswer, Scenario, ScenarioKeys } from '../../generate/scenario.js';
import { DEVELOPMENT, PRODUCTION } from '../../generate/world.js';
import { oddOptions } from './odd-options.js';
import type { ClientMaker, ServerScenario, UrlOption, Wire } from './server-scenario.js';
import { readTarget, serverTarget } from './server-target.js';

/** So many numbers has a group; an exchange's number says its group, and its place in there. */
export const GROUP_SIZE = 100;

/** The exchange of a group, the third, that is asked for what is no URL. */
const UNREADABLE = 2;

/** How far apart the scenarios of the engine lie that groups begin with. */
const STRIDE = 400;

const KEYS = new Set([...DEVELOPMENT, ...PRODUCTION].map(({ publishableKey }) => publishableKey));

/** What a gateway may say in place of the Backend API. */
const PAGE: ApiAnswer = { status: 200, contentType: 'text/html', body: '<html></html>' };

const OUTAGE = failure(500, 'internal_clerk_error');

type Setup = Pick<
  ServerScenario,
  'platform' | 'functions' | 'clientMaker' | 'debug' | 'options' | 'keys'
>;

/** The first exchanges of a group; always the same for the same seed. */
export function exchangesOf(seed: number, group: number, count: number): ServerScenario[] {
  const base = scenarioOf(seed, group * STRIDE);
  const setup = setupOf(new Random(seed, group, 1), group, base);
  const exchanges: ServerScenario[] = [];
  for (let offset = 1; exchanges.length < count; offset += 1) {
    const other = scenarioOf(seed, group * STRIDE + offset);
    if (!isOfSameInstance(base, other)) continue;
    exchanges.push(exchangeOf(base, other, setup, group, exchanges.length));
  }
  return exchanges;
}

/** The options of one scenario, and what another is asked. */
function exchangeOf(
  base: Scenario,
  other: Scenario,
  setup: Setup,
  group: number,
  index: number,
): ServerScenario {
  const random = new Random(base.seed, group, 2, index);
  const { origin, target, wire } =
    index === UNREADABLE
      ? readTarget('http://[x/a')
      : serverTarget(random, other.request.target, setup.platform);
  return {
    ...base,
    ...setup,
    group,
    number: group * GROUP_SIZE + index,
    placement: 'function',
    clientOptions: {},
    request: {
      // Of the server as a whole only options are asked.
      method: target === '*' ? 'OPTIONS' : other.request.method,
      origin,
      target,
      headers: withoutSpaceAround(other.request.headers),
    },
    // Keys are kept from one request to the next.
    api: {
      ...other.api,
      ...random.some(30, () => ({ handshakePayload: OUTAGE })),
      ...random.some(setup.clientMaker === 'the vendor' ? 40 : 8, () => ({ refresh: PAGE })),
      jwks: base.api.jwks,
    },
    wire: { ...wireOf(random), ...wire },
  };
}

/** A request makes sense to the instance that it was made for. */
function isOfSameInstance({ options: { publishableKey = '' } }: Scenario, other: Scenario) {
  return !KEYS.has(publishableKey) || other.options.publishableKey === publishableKey;
}

function setupOf(random: Random, group: number, { options: base, keys, seed }: Scenario): Setup {
  const options = { ...base, ...oddOptions(seed, group), acceptsToken: 'any' };
  return {
    platform: group % 5 === 4 ? 'fastify' : 'express',
    functions: (['domain', 'isSatellite', 'proxyUrl'] satisfies UrlOption[]).filter(() =>
      random.chance(25),
    ),
    clientMaker: random.weighted<ClientMaker>([
      [40, () => 'nobody'],
      [20, () => 'us'],
      [40, () => 'the vendor'],
    ]),
    options,
    keys: options.isSatellite && !options.signInUrl ? crossed(random, keys) : keys,
    debug: random.some(30, () => false as const),
  };
}

/** A secret key that is no longer, or not yet, of the instance that the publishable key is of. */
function crossed(random: Random, keys: ScenarioKeys): ScenarioKeys {
  if (keys.secretKey === undefined || random.chance(20)) return keys;
  return { ...keys, secretKey: keys.secretKey === 'sk_test_' ? 'sk_live_' : 'sk_test_' };
}

function wireOf(random: Random): Wire {
  return {
    names: random.pick(['lower case', 'as usual', 'upper case'] as const),
    spread: random.chance(50),
    repeated: random.chance(15),
  };
}

/** As a server reads values. */
function withoutSpaceAround(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.trim()]));
}

import { effectiveOptions } from '../generate/effective-options.js';
import { failure } from '../generate/failure.js';
import type { Scenario } from '../generate/scenario.js';
import type { Difference } from './difference.js';

/** The code of a failure for want of a secret key. */
export const MISSING_CLIENT = 'missing-api-client';

const NO_CLIENT = failure(400, MISSING_CLIENT);

/** Differences in the keys that an application holds. */
export const KEY_DIFFERENCES: readonly Difference[] = [
  {
    name: 'a jwtKey that is no key is an error of the configuration',
    why: 'every token would be refused, and nobody would see why',
    applies: ({ keys }) => keys.jwtKey === 'broken',
    asIf: (scenario) => ({ scenario, restore: () => ({ state: null, calls: [] }) }),
  },
  {
    name: 'with a jwtKey no secret key is needed',
    why: 'a service that only checks tokens should not hold it; what needs the Backend API then fails',
    applies: ({ keys, options }) => {
      const { jwtKey, secretKey, machineSecretKey } = keys;
      const isEnough = options.acceptsToken === 'm2m_token' && machineSecretKey;
      return jwtKey !== undefined && secretKey === undefined && !isEnough;
    },
    asIf: (scenario) => ({
      scenario: withSecretKey(scenario),
      restore: ({ state, calls }) => ({
        state,
        calls: calls.filter(({ credential }) => credential === 'machine secret key'),
      }),
    }),
  },
];

/** As if everything that was asked with it failed. */
function withSecretKey(scenario: Scenario): Scenario {
  const { keys, api } = scenario;
  const { publishableKey = '' } = effectiveOptions(scenario);
  // Where only API keys are taken, nobody looks at the publishable key.
  const isDevelopment =
    scenario.options.acceptsToken !== 'api_key' && publishableKey.startsWith('pk_test_');
  const secretKey = isDevelopment ? 'sk_test_' : 'sk_live_';
  return {
    ...scenario,
    keys: { ...keys, secretKey },
    api: {
      ...api,
      handshakePayload: NO_CLIENT,
      refresh: NO_CLIENT,
      apiKey: NO_CLIENT,
      oauthToken: NO_CLIENT,
      m2mToken: keys.machineSecretKey ? api.m2mToken : NO_CLIENT,
    },
  };
}

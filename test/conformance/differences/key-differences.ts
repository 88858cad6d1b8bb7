import { effectiveOptions } from '../generate/effective-options.js';
import type { ApiAnswer, Scenario } from '../generate/scenario.js';
import type { Difference } from './difference.js';

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
      handshakePayload: failure('missing-api-client'),
      refresh: failure('missing-api-client'),
      apiKey: failure('missing-api-client'),
      oauthToken: failure('missing-api-client'),
      m2mToken: keys.machineSecretKey ? api.m2mToken : failure('missing-api-client'),
    },
  };
}

function failure(code: string): ApiAnswer {
  const body = JSON.stringify({ errors: [{ code, message: code }] });
  return { status: 400, contentType: 'application/json', body };
}

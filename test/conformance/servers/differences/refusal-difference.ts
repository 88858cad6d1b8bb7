import type { Observation } from '../../compare/observed.js';
import { SERVER_ORIGIN, type ServerScenario } from '../generate/server-scenario.js';
import { isReadable } from '../generate/wire.js';
import type { ServerDifference } from './server-difference.js';

/** What Express answers before any middleware to a target with a scheme that is no URL. */
const NOT_FOUND: Observation = {
  state: {
    status: 404,
    reason: '',
    headers: ["content-security-policy: default-src 'none'", 'x-content-type-options: nosniff'],
  },
  calls: [],
};

/** What comes of options that can't work, where the vendor never gets to see them. */
export const REFUSAL_DIFFERENCE: ServerDifference = {
  name: 'options that can’t work refuse to boot',
  why: 'the vendor throws at every request that its middleware sees, and never at others',
  applies: (scenario) =>
    scenario.platform === 'express' &&
    !isReadable(scenario) &&
    // Node itself refuses the others.
    /^[A-Z]+$/.test(scenario.request.method) &&
    scenario.request.target.startsWith('http:'),
  // Whether they can work shows in what the vendor makes of anybody.
  asIf: (scenario) => ({
    scenario: askedByAnybody(scenario),
    restore: ({ state }) => (state === null ? { state, calls: [] } : NOT_FOUND),
  }),
};

/** A request without anything that could be wrong, to what is known at boot. */
function askedByAnybody(scenario: ServerScenario): ServerScenario {
  const { functions, options } = scenario;
  const known = {
    ...options,
    ...(functions.includes('isSatellite') ? { isSatellite: undefined } : {}),
    // It will say something.
    ...(functions.includes('domain') ? { domain: 'satellite.example.net' } : {}),
    ...(functions.includes('proxyUrl') ? { proxyUrl: 'https://app.example.com/__clerk' } : {}),
  };
  return {
    ...scenario,
    options: known,
    functions: [],
    request: {
      method: 'GET',
      origin: SERVER_ORIGIN,
      target: '/',
      headers: { host: 'nobody.invalid' },
    },
    wire: { names: 'lower case', spread: false, repeated: false },
  };
}

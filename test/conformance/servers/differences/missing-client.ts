import { MISSING_CLIENT } from '../../differences/key-differences.js';
import type { ServerScenario } from '../generate/server-scenario.js';

/** A failure without a known reason. */
export const UNKNOWN_FAILURE = 'unexpected-bapi-error';

/** Where our client knows that it has no key, the vendor's fails for a reason that nobody can tell. */
export function withUnknownFailures(scenario: ServerScenario): ServerScenario {
  if (scenario.clientMaker !== 'the vendor') return scenario;
  const api = JSON.stringify(scenario.api);
  if (!api.includes(MISSING_CLIENT)) return scenario;
  return { ...scenario, api: JSON.parse(api.replaceAll(MISSING_CLIENT, UNKNOWN_FAILURE)) };
}

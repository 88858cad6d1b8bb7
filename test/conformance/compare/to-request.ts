import type { ScenarioRequest } from '../generate/scenario.js';

/** The request as the Fetch API has it. */
export function toRequest({ method, origin, target, headers }: ScenarioRequest): Request {
  return new Request(`${origin}${target}`, { method, headers });
}

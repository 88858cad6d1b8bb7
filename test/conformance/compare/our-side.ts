import { authenticateRequest, createClerkClient } from 'clerk-nestjs';
import type { Scenario } from '../generate/scenario.js';
import type { RequestStateLike } from './observation.js';
import type { PlacedOptions } from './placed-options.js';
import { toRequest } from './to-request.js';

type ClientOptions = Parameters<typeof createClerkClient>[0];
type CallOptions = Parameters<typeof authenticateRequest>[1];

/** What we make of a scenario: by the function or by a client's method. */
export async function askOurs(
  scenario: Scenario,
  { client, call }: PlacedOptions,
): Promise<RequestStateLike> {
  const request = toRequest(scenario.request);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- options are wrong on purpose at times
  const options = call as CallOptions;
  if (scenario.placement === 'function') return authenticateRequest(request, options);
  const ours = createClerkClient({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- options are wrong on purpose at times
    ...(client as ClientOptions),
  });
  return ours.authenticateRequest(request, options);
}

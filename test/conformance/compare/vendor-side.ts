import { createClerkClient } from '@clerk/backend';
import type { Scenario } from '../generate/scenario.js';
import type { RequestStateLike } from './observation.js';
import type { PlacedOptions } from './placed-options.js';
import { toRequest } from './to-request.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

type Client = ReturnType<typeof createClerkClient>;
type ClientOptions = Parameters<typeof createClerkClient>[0];
type CallOptions = Parameters<Client['authenticateRequest']>[1];

/** What the vendor makes of a scenario. */
export async function askVendor(
  scenario: Scenario,
  { client, call }: PlacedOptions,
): Promise<RequestStateLike> {
  const vendor = createClerkClient({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- options are wrong on purpose at times
    ...(client as ClientOptions),
  });
  return vendor.authenticateRequest(
    toRequest(scenario.request),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- options are wrong on purpose at times
    call as CallOptions,
  );
}

import { createClerkClient } from '@clerk/backend';
import type { Deployment } from '../../../src/engine/deployment.js';
import type { OrganizationSyncOptions } from '../../../src/engine/organization-matcher.js';
import { locationOf } from '../../../src/engine/outcome.js';
import type { InstanceType } from '../../../src/engine/publishable-key.js';
import { createPolicy } from '../../../src/request/policy.js';
import { local, outcomeOf, publishableKeyOf, verdict } from './engine.js';
import type { RequestParts } from './request-source.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

/** What both engines are set up with. */
export interface PairSettings extends Omit<Deployment, 'proxyUrl'> {
  readonly type: InstanceType;
  /** The Frontend API's host. */
  readonly host?: string;
  readonly proxyUrl?: string;
  readonly organizationSyncOptions?: OrganizationSyncOptions;
}

type Client = ReturnType<typeof createClerkClient>;
type VendorOptions = Parameters<Client['authenticateRequest']>[1];

/** `signed-in`, or the reason and the address that the browser is sent to. */
export type Answer = string;

/** What our engine answers to a request without a body. */
export async function answerOfOurs(
  request: RequestParts,
  { type, host, organizationSyncOptions, ...deployment }: PairSettings,
): Promise<Answer> {
  const policy = createPolicy({ organizationSyncOptions });
  const outcome = await outcomeOf(request, { type, host, deployment, policy });
  return inWords(verdict(outcome), locationOf(outcome));
}

/** What the vendor's answers; its clock must have been set. */
export async function answerOfTheirs(
  { target = '/', method, headers = {} }: RequestParts,
  { type, host, ...settings }: PairSettings,
): Promise<Answer> {
  const vendor = createClerkClient({
    publishableKey: publishableKeyOf(type, host),
    secretKey: type === 'production' ? 'sk_live_unused' : 'sk_test_unused',
    jwtKey: local.jwtKey,
  });
  const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const request = new Request(`http://localhost:3000${target}`, { method, headers: sent });
  // The vendor's type has a case for each combination of options, these are read from a table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by the run itself
  const state = await vendor.authenticateRequest(request, settings as VendorOptions);
  return inWords(state.reason ?? state.status, state.headers.get('location'));
}

function inWords(word: string, location: string | null | undefined): Answer {
  return location ? `${word} -> ${location}` : word;
}

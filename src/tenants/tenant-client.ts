import { ClerkClient, createClerkClient } from '../clerk-client.js';
import { API_NAMES, type CallOptions } from '../client/index.js';
import { forwardMember, type OpenClient } from './forwarded-methods.js';
import type { TenantContext } from './tenant-context.js';
import type { TenantSource } from './tenant-source.js';

/**
 * The client of an application with several tenants: every call is made by the client of the tenant
 * whose request is being worked on when it is made, also where an API was taken from the client for
 * an earlier request.
 */
export function createTenantClient(context: TenantContext, tenants: TenantSource): ClerkClient {
  const model = createClerkClient({});
  const clientFor: ClientFor = (tenant) => {
    const open = async () => {
      const { client } = await tenants.open(tenant);
      return client;
    };
    return forwardingClient(open, { model, clientFor });
  };
  return forwardingClient(async () => context.current().client, { model, clientFor });
}

/** Gives the client of a tenant, whatever tells tenants apart. */
type ClientFor = (tenant: unknown) => ClerkClient;

/** What all clients of an application with tenants share. */
interface ForwardingParts {
  /** Some client, for the names of what there is. */
  readonly model: ClerkClient;
  readonly clientFor: ClientFor;
}

/** A client whose calls are made by another one, which each call looks up. */
function forwardingClient(open: OpenClient, parts: ForwardingParts): ClerkClient {
  // The prototype makes it an instance of the class that clients are injected by; the members follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const client = Object.create(ClerkClient.prototype) as ClerkClient;
  for (const name of [...API_NAMES, 'authenticateRequest']) {
    const get = (): unknown => {
      const member = forwardMember(name, parts.model, open);
      Object.defineProperty(client, name, { value: member });
      return member;
    };
    Object.defineProperty(client, name, { configurable: true, enumerable: true, get });
  }
  const withOptions = (options: CallOptions) => forwardingClient(openWith(open, options), parts);
  Object.defineProperty(client, 'for', { value: parts.clientFor });
  return Object.defineProperty(client, 'with', { enumerable: true, value: withOptions });
}

function openWith(open: OpenClient, options: CallOptions): OpenClient {
  return async () => {
    const client = await open();
    if (client instanceof ClerkClient) return client.with(options);
    throw new TypeError('The client that this tenant’s options give has no with().');
  };
}

import type { NodeRequest } from '../nest/http/node-request.js';
import type { Tenant } from './tenant.js';

/** Says which tenant a request is for. */
export interface TenantSource {
  /**
   * The tenant of a request, at once where it is known.
   *
   * @throws ClerkUnknownTenantException, ClerkUnavailableException or what the application throws.
   */
  tenantOf(request: NodeRequest): Tenant | Promise<Tenant>;
  /**
   * A tenant outside of any request, by what the application tells them apart: an id, or options.
   *
   * @throws As {@link tenantOf}; ClerkConfigurationError for anything else.
   */
  open(tenant: unknown): Tenant | Promise<Tenant>;
  /** The tenants that are there at this moment, whoever was asked for last coming last. */
  loaded(): readonly Tenant[];
}

/** For an application with one set of options. */
export function onlyTenant(tenant: Tenant): TenantSource {
  return {
    tenantOf: () => tenant,
    open: () => tenant,
    loaded: () => [tenant],
  };
}

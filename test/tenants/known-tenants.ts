import type { IncomingMessage } from 'node:http';
import type { TenantsOptions } from 'clerk-nestjs';
import type { TenantServer } from './tenant-server.js';

/** The option `tenants` for tenants that are told by the header `x-tenant`. */
export function byHeader(tenants: Readonly<Record<string, TenantServer>>): TenantsOptions {
  const known = () => new Map(Object.entries(tenants));
  return { resolve: tenantHeader, load: (id) => known().get(id)?.options };
}

/** Says by a header whose request it is. */
export function tenantHeader(request: IncomingMessage): string | undefined {
  const tenant = request.headers['x-tenant'];
  return typeof tenant === 'string' ? tenant : undefined;
}

/** The headers of a tenant's request, with a token. */
export function requestOf(tenant: string, token?: string): Record<string, string> {
  return { 'x-tenant': tenant, ...(token && { authorization: `Bearer ${token}` }) };
}

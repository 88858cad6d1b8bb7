import type { TenantsOptions } from 'clerk-nestjs';
import { TenantRegistry } from '../../src/tenants/tenant-registry.js';
import { MovedClock, optionsOf, resolve as resolveOptions } from './made-tenants.js';
import { requestFor } from './requests.js';

/** A registry whose `load` knows `acme` and `globex`, unless a test says otherwise. */
export function openRegistry(options: Partial<TenantsOptions> = {}) {
  const clock = new MovedClock();
  const loaded: string[] = [];
  const reports: [string, unknown][] = [];
  const { load = (id) => (['acme', 'globex'].includes(id) ? optionsOf(id) : undefined) } = options;
  const tenants: TenantsOptions = {
    resolve: ({ url }) => url?.slice(1),
    ...options,
    load: (id) => {
      loaded.push(id);
      return load(id);
    },
  };
  const report = (id: string, cause: unknown) => void reports.push([id, cause]);
  const registry = new TenantRegistry(tenants, resolveOptions, report, clock.read);
  /** Async, so that what is thrown is a rejection too. */
  const ask = async (id: string) => registry.tenantOf(requestFor(`/${id}`));
  return { registry, clock, loaded, reports, ask };
}

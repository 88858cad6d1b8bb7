import type { IncomingMessage } from 'node:http';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ClerkOptionsCallback } from '../clerk-options.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import { Connections } from '../request/connections.js';
import { fingerprintOf } from './fingerprint.js';
import { readGiven, type ResolveOptions } from './per-request-options.js';
import { createTenant, type Tenant } from './tenant.js';
import { TenantCache } from './tenant-cache.js';
import type { TenantSource } from './tenant-source.js';

/** For how long options are remembered after they were last returned, and how many. */
const LIMITS = { max: 1_000, idleTimeoutInMs: 600_000, maxAgeInMs: Infinity };

/**
 * Tenants by options that a function computes for each request. Options that say the same are the
 * same tenant, and the same keys are fetched once, whatever stands beside them.
 */
export class ComputedTenants implements TenantSource {
  readonly #cache: TenantCache;
  readonly #connections: Connections;

  /**
   * @param compute The application's function.
   * @param resolveOptions Checks what it returns.
   * @param clock Milliseconds, ever increasing.
   * @param reportKeys Told of keys that can't be refreshed.
   */
  constructor(
    private readonly compute: ClerkOptionsCallback,
    private readonly resolveOptions: ResolveOptions,
    clock: () => number,
    reportKeys?: ReportKeyEvent,
  ) {
    this.#connections = new Connections({}, reportKeys);
    this.#cache = new TenantCache(LIMITS, clock);
  }

  tenantOf(request: IncomingMessage): Tenant | Promise<Tenant> {
    const options = this.compute(request);
    return 'then' in Object(options)
      ? Promise.resolve(options).then((computed) => this.#find(computed))
      : this.#find(options);
  }

  open(tenant: unknown): Tenant | Promise<Tenant> {
    if (typeof tenant === 'object') return this.#find(tenant);
    throw new ClerkConfigurationError(
      'clerk.for() takes the options of a tenant here, as they are computed for each request.',
    );
  }

  loaded(): readonly Tenant[] {
    return this.#cache.tenants;
  }

  #find(computed: unknown): Tenant | Promise<Tenant> {
    const options = readGiven(computed, 'for this request');
    return this.#cache.get(fingerprintOf(options), () => {
      const resolved = this.resolveOptions(options, 'for this request');
      const { keys } = this.#connections.get(resolved.connection);
      return createTenant(resolved, { keys });
    });
  }
}

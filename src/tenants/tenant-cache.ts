import type { Tenant } from './tenant.js';

/** How many tenants are kept, and for how long, in milliseconds since they were used last. */
export interface TenantCacheLimits {
  readonly max: number;
  readonly idleTimeoutInMs: number;
}

interface Entry {
  readonly tenant: Tenant;
  readonly usedAt: number;
}

/**
 * Tenants by name, in the order in which they were used last: each is made once, however many ask
 * for it at the same time, and is dropped when nobody has for a while. What fails is not kept.
 */
export class TenantCache {
  readonly #entries = new Map<string, Entry>();
  /** Apart from the others, so that loads which come to nothing push nobody out. */
  readonly #loading = new Map<string, Promise<Tenant>>();

  /** @param clock Milliseconds, ever increasing. */
  constructor(
    private readonly limits: TenantCacheLimits,
    private readonly clock: () => number,
  ) {}

  /** How many tenants are kept. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * The tenant of a name.
   *
   * @param make Makes it, where it is not there.
   */
  get(name: string, make: () => Tenant | Promise<Tenant>): Tenant | Promise<Tenant> {
    this.#dropIdle();
    const known = this.#entries.get(name);
    if (known) return this.#keep(name, known.tenant);
    return this.#loading.get(name) ?? this.#create(name, make());
  }

  #create(name: string, made: Tenant | Promise<Tenant>): Tenant | Promise<Tenant> {
    if (!(made instanceof Promise)) return this.#keep(name, made);
    const loading = this.#load(name, made);
    this.#loading.set(name, loading);
    return loading;
  }

  async #load(name: string, made: Promise<Tenant>): Promise<Tenant> {
    try {
      return this.#keep(name, await made);
    } finally {
      this.#loading.delete(name);
    }
  }

  /** Puts a tenant last, and makes room. */
  #keep(name: string, tenant: Tenant): Tenant {
    this.#entries.delete(name);
    this.#entries.set(name, { tenant, usedAt: this.clock() });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.max) break;
      this.#entries.delete(oldest);
    }
    return tenant;
  }

  /** Those used least recently come first, so that this looks at no more than it drops, and one. */
  #dropIdle(): void {
    const now = this.clock();
    for (const [name, { usedAt }] of this.#entries) {
      if (now - usedAt <= this.limits.idleTimeoutInMs) return;
      this.#entries.delete(name);
    }
  }
}

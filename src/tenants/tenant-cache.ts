import type { Tenant } from './tenant.js';

/** How many tenants are kept, and for how long, in milliseconds. */
export interface TenantCacheLimits {
  readonly max: number;
  /** Since a tenant was used last. */
  readonly idleTimeoutInMs: number;
  /** Since it was made. */
  readonly maxAgeInMs: number;
}

interface Entry {
  readonly tenant: Tenant;
  readonly madeAt: number;
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

  /** Those that are kept, used last coming last. Looking at them is no use of them. */
  get tenants(): readonly Tenant[] {
    return [...this.#entries.values()].map(({ tenant }) => tenant);
  }

  /**
   * The tenant of a name.
   *
   * @param make Makes it, where it is not there.
   */
  get(name: string, make: () => Tenant | Promise<Tenant>): Tenant | Promise<Tenant> {
    const now = this.clock();
    this.#dropIdle(now);
    const known = this.#entries.get(name);
    if (known && now - known.madeAt <= this.limits.maxAgeInMs) {
      return this.#keep(name, { ...known, usedAt: now });
    }
    return this.#loading.get(name) ?? this.#create(name, make());
  }

  #create(name: string, made: Tenant | Promise<Tenant>): Tenant | Promise<Tenant> {
    if (!(made instanceof Promise)) return this.#keep(name, this.#fresh(made));
    const loading = this.#load(name, made);
    this.#loading.set(name, loading);
    return loading;
  }

  async #load(name: string, made: Promise<Tenant>): Promise<Tenant> {
    try {
      return this.#keep(name, this.#fresh(await made));
    } finally {
      this.#loading.delete(name);
    }
  }

  #fresh(tenant: Tenant): Entry {
    const now = this.clock();
    return { tenant, madeAt: now, usedAt: now };
  }

  /** Puts a tenant last, and makes room. */
  #keep(name: string, entry: Entry): Tenant {
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.max) break;
      this.#entries.delete(oldest);
    }
    return entry.tenant;
  }

  /** Those used least recently come first, so that this looks at no more than it drops, and one. */
  #dropIdle(now: number): void {
    for (const [name, { usedAt }] of this.#entries) {
      if (now - usedAt <= this.limits.idleTimeoutInMs) return;
      this.#entries.delete(name);
    }
  }
}

import type { Tenant } from './tenant.js';

/** How many tenants are kept, and for how long, in milliseconds since they were used last. */
export interface TenantCacheLimits {
  readonly max: number;
  readonly idleTimeoutInMs: number;
}

interface Entry {
  /** A promise until the tenant is loaded. */
  tenant: Tenant | Promise<Tenant>;
  usedAt: number;
}

/**
 * Tenants by name, in the order in which they were used last: each is made once, however many ask
 * for it at the same time, and is dropped when nobody has for a while. What fails is not kept.
 */
export class TenantCache {
  readonly #entries = new Map<string, Entry>();

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
    const now = this.clock();
    const known = this.#entries.get(name);
    if (known) this.#entries.delete(name);
    this.#dropIdle(now);
    const entry = known && !this.#isIdle(known, now) ? known : this.#create(name, make, now);
    entry.usedAt = now;
    this.#entries.set(name, entry);
    this.#dropOldest();
    return entry.tenant;
  }

  #create(name: string, make: () => Tenant | Promise<Tenant>, now: number): Entry {
    const made = make();
    const entry: Entry = { tenant: made, usedAt: now };
    if (!(made instanceof Promise)) return entry;
    void this.#settle(name, entry, made);
    return entry;
  }

  async #settle(name: string, entry: Entry, made: Promise<Tenant>): Promise<void> {
    try {
      entry.tenant = await made;
    } catch {
      // Whoever asked is told. Another may have been made in its place meanwhile.
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
    }
  }

  #isIdle({ usedAt }: Entry, now: number): boolean {
    return now - usedAt > this.limits.idleTimeoutInMs;
  }

  /** Those used least recently come first, so that this looks at no more than it drops, and one. */
  #dropIdle(now: number): void {
    for (const [name, entry] of this.#entries) {
      if (!this.#isIdle(entry, now)) return;
      this.#entries.delete(name);
    }
  }

  #dropOldest(): void {
    for (const name of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.max) return;
      this.#entries.delete(name);
    }
  }
}

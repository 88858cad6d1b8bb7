import { AsyncLocalStorage } from 'node:async_hooks';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { Tenant } from './tenant.js';

/**
 * The tenant of the request that is being worked on, for whatever is called on its behalf. Only
 * applications with several tenants pay for it.
 */
export class TenantContext {
  readonly #storage: AsyncLocalStorage<Tenant> | undefined;
  readonly #kept = new WeakMap<object, Tenant>();

  /** @param isActive Whether the application has several tenants. */
  constructor(isActive: boolean) {
    this.#storage = isActive ? new AsyncLocalStorage() : undefined;
  }

  /** Whether there is anything to keep. */
  get isActive(): boolean {
    return this.#storage !== undefined;
  }

  /** Remembers whose request it is, for {@link resume}. */
  keep(request: object, tenant: Tenant): void {
    if (this.#storage) this.#kept.set(request, tenant);
  }

  /** Calls a function on behalf of a request again, after something has called back for nobody. */
  resume<Result>(request: object, callback: () => Result): Result {
    const tenant = this.#kept.get(request);
    return tenant ? this.run(tenant, callback) : callback();
  }

  /**
   * From here on everything is on behalf of a request, whatever it was before: a socket that serves
   * several may have called back for an earlier one.
   */
  enter(request: object): void {
    const tenant = this.#kept.get(request);
    if (tenant) this.#storage?.enterWith(tenant);
  }

  /** Calls a function on behalf of a tenant's request. */
  run<Result>(tenant: Tenant, callback: () => Result): Result {
    return this.#storage ? this.#storage.run(tenant, callback) : callback();
  }

  /**
   * The tenant whose request this is.
   *
   * @throws ClerkConfigurationError outside of requests: a guess could be another tenant's.
   */
  current(): Tenant {
    const tenant = this.#storage?.getStore();
    if (tenant) return tenant;
    throw new ClerkConfigurationError(
      'ClerkClient was used outside of a request, and this application has several tenants: say ' +
        'whose instance is meant with clerk.for(tenant).',
    );
  }
}

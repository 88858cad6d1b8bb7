import type { IncomingMessage } from 'node:http';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import { AuthErrorReason } from '../engine/reasons.js';
import {
  ClerkUnavailableException,
  ClerkUnknownTenantException,
} from '../nest/errors/clerk-exceptions.js';
import { KeySources } from './key-sources.js';
import type { ResolveOptions } from './per-request-options.js';
import { createTenant, type Tenant } from './tenant.js';
import { TenantCache } from './tenant-cache.js';
import type { TenantSource } from './tenant-source.js';
import type { TenantsOptions } from './tenants-options.js';

/** Tells of a tenant that could not be loaded. */
export type ReportLoadFailure = (tenant: string, cause: unknown) => void;

/** What holds unless the option says otherwise. */
const LIMITS = { max: 10_000, idleTimeoutInMs: 600_000, maxAgeInMs: 3_600_000 };

/** How long requests wait for the options of their tenant. */
const LOAD_TIMEOUT_IN_MS = 10_000;

/** The tenants of the option `tenants`: those, and only those, that the application knows by an id. */
export class TenantRegistry implements TenantSource {
  readonly #cache: TenantCache;
  readonly #keys: KeySources;

  /**
   * @param resolveOptions Checks what `load` returns.
   * @param report Logs what went wrong.
   * @param clock Milliseconds, ever increasing.
   * @param reportKeys Told of keys that can't be refreshed.
   */
  constructor(
    private readonly tenants: TenantsOptions,
    private readonly resolveOptions: ResolveOptions,
    private readonly report: ReportLoadFailure,
    clock: () => number,
    reportKeys?: ReportKeyEvent,
  ) {
    const { max = LIMITS.max } = tenants;
    const { idleTimeoutInMs = LIMITS.idleTimeoutInMs, maxAgeInMs = LIMITS.maxAgeInMs } = tenants;
    this.#keys = new KeySources(max, reportKeys);
    this.#cache = new TenantCache({ max, idleTimeoutInMs, maxAgeInMs }, clock);
  }

  tenantOf(request: IncomingMessage): Tenant | Promise<Tenant> {
    const id = this.tenants.resolve(request);
    return isPromise(id)
      ? // Whatever kind of promise the application's is.
        Promise.resolve(id).then((resolved) => this.#find(resolved, request))
      : this.#find(id, request);
  }

  async open(tenant: unknown): Promise<Tenant> {
    try {
      return await this.#get(readId(tenant));
    } catch (error) {
      if (!(error instanceof NoSuchTenant)) throw error;
      throw new ClerkConfigurationError(
        `clerk.for(): the option tenants.load knows no tenant ${JSON.stringify(tenant)}.`,
      );
    }
  }

  loaded(): readonly Tenant[] {
    return this.#cache.tenants;
  }

  #find(resolved: unknown, request: IncomingMessage): Tenant | Promise<Tenant> {
    const id = readId(resolved);
    if (id === undefined) throw this.#unknown(request, id);
    const tenant = this.#get(id);
    if (!isPromise(tenant)) return tenant;
    return tenant.catch((error: unknown) => {
      throw error instanceof NoSuchTenant ? this.#unknown(request, id) : error;
    });
  }

  #get(id: string | undefined): Tenant | Promise<Tenant> {
    if (id === undefined) throw new NoSuchTenant();
    return this.#cache.get(id, () => this.#load(id));
  }

  async #load(id: string): Promise<Tenant> {
    const options = await this.#ask(id);
    if (options === undefined || options === null) throw new NoSuchTenant();
    const resolved = this.resolveOptions(options, `of the tenant ${JSON.stringify(id)}`);
    return createTenant(resolved, { keys: this.#keys.get(resolved.connection) });
  }

  async #ask(id: string): Promise<unknown> {
    try {
      return await within(LOAD_TIMEOUT_IN_MS, this.tenants.load(id));
    } catch (cause) {
      this.report(id, cause);
      throw new ClerkUnavailableException(AuthErrorReason.UnexpectedError);
    }
  }

  #unknown(request: IncomingMessage, id: string | undefined): Error {
    const { unknown } = this.tenants;
    if (typeof unknown !== 'function') return new ClerkUnknownTenantException(unknown);
    const exception = unknown(request, id);
    // Untyped code forgets to return it.
    if (Object(exception) === exception) return exception;
    throw new ClerkConfigurationError('tenants.unknown returned no exception: return one.');
  }
}

/** What a promise comes to, unless that takes longer: then it rejects. */
async function within<Value>(timeoutInMs: number, value: Value | Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`it took more than ${timeoutInMs} ms`);
    timer = setTimeout(reject, timeoutInMs, error).unref();
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Said within the registry of an id that `load` knows nothing of. */
class NoSuchTenant extends Error {}

function readId(id: unknown): string | undefined {
  if (id === undefined || id === null || id === '') return undefined;
  if (typeof id === 'string') return id;
  throw new ClerkConfigurationError(
    "A tenant's id is a string: return one from tenants.resolve, or undefined where it is nobody's request.",
  );
}

function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

import type { IncomingMessage } from 'node:http';
import type { ClerkOptions } from '../clerk-options.js';

/**
 * The tenants of an application, each with an instance of Clerk of its own. Who is not loaded is not
 * served.
 */
export interface TenantsOptions {
  /**
   * Tells whose request it is: the tenant's id, from host, header or path; null or undefined where it
   * is nobody's. A host is what its sender says: an id that `load` does not know is refused.
   */
  resolve: (
    request: IncomingMessage,
  ) => string | null | undefined | Promise<string | null | undefined>;
  /**
   * The options of a tenant, or null or undefined where there is none by that id. Called on the
   * tenant's first request, and again after a time; requests that come meanwhile wait for the same
   * answer, for ten seconds at most. The keys are these alone: none is taken from the environment.
   */
  load: (
    tenant: string,
  ) => ClerkOptions | null | undefined | Promise<ClerkOptions | null | undefined>;
  /**
   * How a request for no tenant is answered: a status from 400 to 499, or a function that makes the
   * exception. Default: 421.
   */
  unknown?: number | ((request: IncomingMessage, tenant: string | undefined) => Error);
  /** For how long a tenant without any request is kept, in milliseconds. Default: 600,000, ten minutes. */
  idleTimeoutInMs?: number;
  /**
   * How long a tenant's options are used before they are loaded again, in milliseconds, so that a
   * tenant that is removed or has new keys is noticed. Default: 3,600,000, an hour.
   */
  maxAgeInMs?: number;
  /** How many tenants are kept at most; the one that was used least recently makes room. Default: 10,000. */
  max?: number;
}

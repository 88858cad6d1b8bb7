import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachInOne } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { Domain } from './domain.js';

/** What a new domain is; the names are those of the wire, as in the vendor's client. */
export interface AddDomainParams {
  /** The domain without a scheme: `example.com`; on development instances also with a port. */
  readonly name: string;
  /** True: only satellites can be added. */
  readonly is_satellite: boolean;
  /** The URL of a proxy before the Frontend API; on production instances only. */
  readonly proxy_url?: string | null;
}

/** What of a domain to change; the names are those of the wire, as in the vendor's client. */
export interface UpdateDomainParams {
  /** The domain's id (`dmn_…`). */
  readonly domainId: string;
  /** The domain without a scheme: `example.com`; on development instances also with a port. */
  readonly name?: string;
  /** The URL of a proxy before the Frontend API; null for none. On production instances only. */
  readonly proxy_url?: string | null;
  /** Whether it is the domain of one of several applications, whose subdomain is kept. */
  readonly is_secondary?: boolean | null;
}

/** Operations on the domains of the instance. Every method rejects with a `ClerkApiError` when its call fails. */
export interface DomainApi {
  /**
   * Lists all domains.
   *
   * Source: GET /domains.
   */
  list(): Promise<PaginatedResourceResponse<Domain[]>>;

  /**
   * Goes through all domains.
   *
   * Source: GET /domains.
   */
  each(): AsyncIterableIterator<Domain>;

  /**
   * Adds a satellite domain.
   *
   * Source: POST /domains.
   *
   * @param params The domain.
   */
  add(params: AddDomainParams): Promise<Domain>;

  /**
   * Changes a domain. Another name for the primary one signs nobody in until its DNS is right.
   *
   * Source: PATCH /domains/{domain_id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateDomainParams): Promise<Domain>;

  /**
   * Deletes a satellite domain.
   *
   * Source: DELETE /domains/{domain_id}.
   *
   * @param domainId The domain's id (`dmn_…`).
   */
  delete(domainId: string): Promise<DeletedObject>;

  /**
   * Deletes a satellite domain.
   *
   * Source: DELETE /domains/{domain_id}.
   *
   * @deprecated Call `delete`.
   * @param domainId The domain's id (`dmn_…`).
   */
  deleteDomain(domainId: string): Promise<DeletedObject>;
}

/** The operations of {@link DomainApi}. */
export const domainRoutes = routes<DomainApi>()({
  list: 'GET /domains',
  add: 'POST /domains',
  update: 'PATCH /domains/{domainId}',
  delete: 'DELETE /domains/{domainId}',
  deleteDomain: 'DELETE /domains/{domainId}',
});

/** @param send What makes the calls. */
export function bindDomainApi(send: Send): DomainApi {
  const api = bind(domainRoutes, send);
  return { ...api, each: () => eachInOne(api.list, undefined) };
}

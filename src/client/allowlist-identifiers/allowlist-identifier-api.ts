import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { AllowlistIdentifier } from './allowlist-identifier.js';

/** An identifier to put on the allowlist. */
export interface AllowlistIdentifierCreateParams {
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
  /** Whether an email address or a phone number is sent an invitation. */
  readonly notify: boolean;
}

/** Operations on the allowlist: who may sign up. Every method rejects with a `ClerkApiError` when its call fails. */
export interface AllowlistIdentifierApi {
  /**
   * Lists the allowlist, the newest identifier first.
   *
   * Source: GET /allowlist_identifiers.
   *
   * @param params Which page.
   */
  getAllowlistIdentifierList(
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<AllowlistIdentifier[]>>;

  /**
   * Goes through the allowlist, page by page, the newest identifier first.
   *
   * Source: GET /allowlist_identifiers.
   *
   * @param params `limit` is the size of a page.
   */
  each(params?: ClerkPaginationRequest): AsyncIterableIterator<AllowlistIdentifier>;

  /**
   * Puts an identifier on the allowlist.
   *
   * Source: POST /allowlist_identifiers.
   *
   * @param params The identifier.
   */
  createAllowlistIdentifier(params: AllowlistIdentifierCreateParams): Promise<AllowlistIdentifier>;

  /**
   * Takes an identifier off the allowlist.
   *
   * Source: DELETE /allowlist_identifiers/{identifier_id}.
   *
   * @param allowlistIdentifierId The id of the identifier (`alid_…`).
   */
  deleteAllowlistIdentifier(allowlistIdentifierId: string): Promise<DeletedObject>;
}

/** The operations of {@link AllowlistIdentifierApi}. */
export const allowlistIdentifierRoutes = routes<AllowlistIdentifierApi>()({
  getAllowlistIdentifierList: 'GET /allowlist_identifiers?paginated=true',
  createAllowlistIdentifier: 'POST /allowlist_identifiers',
  deleteAllowlistIdentifier: 'DELETE /allowlist_identifiers/{allowlistIdentifierId}',
});

/** @param send What makes the calls. */
export function bindAllowlistIdentifierApi(send: Send): AllowlistIdentifierApi {
  const forwards = bind(allowlistIdentifierRoutes, send);
  return { ...forwards, each: (params) => eachOf(forwards.getAllowlistIdentifierList, params) };
}

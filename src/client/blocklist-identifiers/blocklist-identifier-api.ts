import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachInOne } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { BlocklistIdentifier } from './blocklist-identifier.js';

/** An identifier to put on the blocklist. */
export interface BlocklistIdentifierCreateParams {
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
}

/** Operations on the blocklist: who is kept out. Every method rejects with a `ClerkApiError` when its call fails. */
export interface BlocklistIdentifierApi {
  /**
   * Lists the blocklist, all of it at once: the API leaves `limit` and `offset` unread.
   *
   * Source: GET /blocklist_identifiers.
   *
   * @param params Is sent, and has no effect.
   */
  getBlocklistIdentifierList(
    params?: ClerkPaginationRequest,
  ): Promise<PaginatedResourceResponse<BlocklistIdentifier[]>>;

  /**
   * Goes through the blocklist.
   *
   * Source: GET /blocklist_identifiers.
   */
  each(): AsyncIterableIterator<BlocklistIdentifier>;

  /**
   * Puts an identifier on the blocklist.
   *
   * Source: POST /blocklist_identifiers.
   *
   * @param params The identifier.
   */
  createBlocklistIdentifier(params: BlocklistIdentifierCreateParams): Promise<BlocklistIdentifier>;

  /**
   * Takes an identifier off the blocklist.
   *
   * Source: DELETE /blocklist_identifiers/{identifier_id}.
   *
   * @param blocklistIdentifierId The id of the identifier (`blid_…`).
   */
  deleteBlocklistIdentifier(blocklistIdentifierId: string): Promise<DeletedObject>;
}

/** The operations of {@link BlocklistIdentifierApi}. */
export const blocklistIdentifierRoutes = routes<BlocklistIdentifierApi>()({
  getBlocklistIdentifierList: 'GET /blocklist_identifiers',
  createBlocklistIdentifier: 'POST /blocklist_identifiers',
  deleteBlocklistIdentifier: 'DELETE /blocklist_identifiers/{blocklistIdentifierId}',
});

/** @param send What makes the calls. */
export function bindBlocklistIdentifierApi(send: Send): BlocklistIdentifierApi {
  const forwards = bind(blocklistIdentifierRoutes, send);
  return { ...forwards, each: () => eachInOne(forwards.getBlocklistIdentifierList, {}) };
}

import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { WithSign } from '../with-sign.js';
import type { WaitlistEntry, WaitlistEntryStatus } from './waitlist-entry.js';

/** Which waitlist entries to list, and in which order. */
export interface WaitlistEntryListParams extends ClerkPaginationRequest {
  /** This text is a part of the email address, or the id. */
  readonly query?: string;
  /** Only those in this state. */
  readonly status?: WaitlistEntryStatus;
  /** The order; by default `-created_at`, the newest first. */
  readonly orderBy?: WithSign<'created_at' | 'invited_at' | 'email_address'>;
}

/** A waitlist entry to make. */
export interface WaitlistEntryCreateParams {
  /** Who waits. */
  readonly emailAddress: string;
  /** Whether an email says so. Default true. */
  readonly notify?: boolean;
}

/** How to invite somebody from the waitlist. */
export interface WaitlistEntryInviteParams {
  /** Whether to invite although there is an invitation, or a user, with the address. Default false. */
  readonly ignoreExisting?: boolean;
}

/** Operations on the waitlist. Every method rejects with a `ClerkApiError` when its call fails. */
export interface WaitlistEntryApi {
  /**
   * Lists waitlist entries, the newest first.
   *
   * Source: GET /waitlist_entries.
   *
   * @param params Which entries, and which page of them.
   */
  list(params?: WaitlistEntryListParams): Promise<PaginatedResourceResponse<WaitlistEntry[]>>;

  /**
   * Goes through all waitlist entries, page by page, the newest first.
   *
   * Source: GET /waitlist_entries.
   *
   * @param params Which entries; `limit` is the size of a page.
   */
  each(params?: WaitlistEntryListParams): AsyncIterableIterator<WaitlistEntry>;

  /**
   * Puts somebody on the waitlist. For an address that is there already, the answer is its entry.
   *
   * Source: POST /waitlist_entries.
   *
   * @param params Whom.
   */
  create(params: WaitlistEntryCreateParams): Promise<WaitlistEntry>;

  /**
   * Puts several people on the waitlist. For an address that is there already, the answer is its
   * entry.
   *
   * Source: POST /waitlist_entries/bulk.
   *
   * @param params Whom: from 1 to 50 addresses, each once.
   */
  createBulk(params: readonly WaitlistEntryCreateParams[]): Promise<WaitlistEntry[]>;

  /**
   * Invites somebody from the waitlist.
   *
   * Source: POST /waitlist_entries/{waitlist_entry_id}/invite.
   *
   * @param id The entry's id.
   * @param params How.
   */
  invite(id: string, params?: WaitlistEntryInviteParams): Promise<WaitlistEntry>;

  /**
   * Turns somebody on the waitlist down.
   *
   * Source: POST /waitlist_entries/{waitlist_entry_id}/reject.
   *
   * @param id The entry's id.
   */
  reject(id: string): Promise<WaitlistEntry>;

  /**
   * Deletes an entry that still waits.
   *
   * Source: DELETE /waitlist_entries/{waitlist_entry_id}.
   *
   * @param id The entry's id.
   */
  delete(id: string): Promise<DeletedObject>;
}

/** The operations of {@link WaitlistEntryApi}. */
export const waitlistEntryRoutes = routes<WaitlistEntryApi>()({
  list: 'GET /waitlist_entries',
  create: 'POST /waitlist_entries',
  createBulk: 'POST /waitlist_entries/bulk',
  invite: 'POST /waitlist_entries/{id}/invite',
  reject: 'POST /waitlist_entries/{id}/reject',
  delete: 'DELETE /waitlist_entries/{id}',
});

/** @param send What makes the calls. */
export function bindWaitlistEntryApi(send: Send): WaitlistEntryApi {
  const forwards = bind(waitlistEntryRoutes, send);
  return { ...forwards, each: (params) => eachOf(forwards.list, params) };
}

import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { PublicMetadata } from '../users/user-metadata.js';
import type { WithSign } from '../with-sign.js';
import type { Invitation, InvitationStatus } from './invitation.js';

/** Which invitations to list, and in which order. */
export interface GetInvitationListParams extends ClerkPaginationRequest {
  /** The order; by default `-created_at`, the newest first. */
  readonly orderBy?: WithSign<'created_at' | 'email_address' | 'expires_at'>;
  /** Only those in this state; without it all that are not revoked. */
  readonly status?: InvitationStatus;
  /** This text is a part of the email address, or the id. */
  readonly query?: string;
}

/** An invitation to make. */
export interface CreateInvitationParams {
  /** Whom to invite. */
  readonly emailAddress: string;
  /** How many days it is good for, from 1 to 365. Default 30. */
  readonly expiresInDays?: number;
  /** Whether to invite although there is an invitation, or a user, with the address. Default false. */
  readonly ignoreExisting?: boolean;
  /** Whether an email is sent. Default true. */
  readonly notify?: boolean;
  /** What will be the user's public metadata. */
  readonly publicMetadata?: PublicMetadata;
  /** Where the invitation's link leads. */
  readonly redirectUrl?: string;
  /** The template of the email. Default `invitation`. */
  readonly templateSlug?: 'invitation' | 'waitlist_invitation';
}

/** Operations on invitations to sign up. Every method rejects with a `ClerkApiError` when its call fails. */
export interface InvitationApi {
  /**
   * Lists invitations, the newest first.
   *
   * Source: GET /invitations.
   *
   * @param params Which invitations, and which page of them.
   */
  getInvitationList(
    params?: GetInvitationListParams,
  ): Promise<PaginatedResourceResponse<Invitation[]>>;

  /**
   * Goes through all invitations, page by page, the newest first.
   *
   * Source: GET /invitations.
   *
   * @param params Which invitations; `limit` is the size of a page.
   */
  each(params?: GetInvitationListParams): AsyncIterableIterator<Invitation>;

  /**
   * Invites somebody. An address that has an invitation or a user is an error answer, unless
   * `ignoreExisting` is true.
   *
   * Source: POST /invitations.
   *
   * @param params Whom.
   */
  createInvitation(params: CreateInvitationParams): Promise<Invitation>;

  /**
   * Invites several people.
   *
   * Source: POST /invitations/bulk.
   *
   * @param params Whom: from 1 to 10 invitations.
   */
  createInvitationBulk(params: readonly CreateInvitationParams[]): Promise<Invitation[]>;

  /**
   * Revokes an invitation: its link is of no use any more, but whoever has it may still sign up.
   *
   * Source: POST /invitations/{invitation_id}/revoke.
   *
   * @param invitationId The invitation's id (`inv_…`).
   */
  revokeInvitation(invitationId: string): Promise<Invitation>;
}

/** The operations of {@link InvitationApi}. */
export const invitationRoutes = routes<InvitationApi>()({
  getInvitationList: 'GET /invitations?paginated=true',
  createInvitation: 'POST /invitations',
  createInvitationBulk: 'POST /invitations/bulk',
  revokeInvitation: 'POST /invitations/{invitationId}/revoke',
});

/** @param send What makes the calls. */
export function bindInvitationApi(send: Send): InvitationApi {
  const forwards = bind(invitationRoutes, send);
  return { ...forwards, each: (params) => eachOf(forwards.getInvitationList, params) };
}

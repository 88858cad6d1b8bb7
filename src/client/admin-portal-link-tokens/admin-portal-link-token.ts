import { given, shape } from '../shape.js';

/**
 * A link by which somebody who is no user of yours, say the administrator of an enterprise, can set
 * things up there. All times are Unix times in milliseconds. Source: the answers of
 * /admin_portal_link_tokens.
 */
export interface AdminPortalLinkToken {
  /** `aplt_…`. */
  readonly id: string;
  /** The link that the token is of (`apl_…`). */
  readonly adminPortalLinkId: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** The organization that it is about; null for none yet. */
  readonly organizationId: string | null;
  /** Your name for whom it is given to. */
  readonly itContactId: string | null;
  /** What it allows. */
  readonly scopes: string[] | null;
  /** The token itself, good for one use, which only the answer to its making brings: never log it. */
  readonly token?: string;
  /** Whether it was revoked, and lets nobody in any more. */
  readonly revoked: boolean;
  /** Why it was revoked, where somebody has said. */
  readonly revocationReason: string | null;
  /** Whether `expiration` has passed. */
  readonly expired: boolean;
  /** When it expires; null for never. */
  readonly expiration: number | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `admin_portal_link_token`. */
export const readAdminPortalLinkToken = shape<AdminPortalLinkToken>({
  id: given,
  adminPortalLinkId: given,
  instanceId: given,
  organizationId: given,
  itContactId: given,
  scopes: given,
  token: given,
  revoked: given,
  revocationReason: given,
  expired: given,
  expiration: given,
  createdAt: given,
  updatedAt: given,
});

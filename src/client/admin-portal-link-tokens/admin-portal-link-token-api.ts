import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { AdminPortalLinkToken } from './admin-portal-link-token.js';

/** What to make a link's token of. */
export interface CreateAdminPortalLinkTokenParams {
  /** The organization that it is about (`org_…`); without one it is about none yet. */
  readonly organizationId?: string;
  /** Your name for whom it is given to. */
  readonly itContactId?: string;
  /** What it allows: `admin_portal:read`, … */
  readonly scopes?: readonly string[];
  /** How long it lives, in seconds, at most 86,400. Default 3600. */
  readonly secondsUntilExpiration?: number;
}

/** Which token to revoke. */
export interface RevokeAdminPortalLinkTokenParams {
  /** The token's id (`aplt_…`). */
  readonly adminPortalLinkTokenId: string;
  /** Why, for your own records. */
  readonly revocationReason?: string | null;
}

/** Operations on the tokens of links to the admin portal. Every method rejects with a `ClerkApiError` when its call fails. */
export interface AdminPortalLinkTokenApi {
  /**
   * Makes a token. The answer brings it in `token`.
   *
   * Source: POST /admin_portal_link_tokens.
   *
   * @param params What it is to allow, and for how long.
   */
  create(params?: CreateAdminPortalLinkTokenParams): Promise<AdminPortalLinkToken>;

  /**
   * Revokes a token.
   *
   * Source: POST /admin_portal_link_tokens/{adminPortalLinkTokenID}/revoke.
   *
   * @param params Which one, and why.
   */
  revoke(params: RevokeAdminPortalLinkTokenParams): Promise<AdminPortalLinkToken>;
}

/** The operations of {@link AdminPortalLinkTokenApi}. */
export const adminPortalLinkTokenRoutes = routes<AdminPortalLinkTokenApi>()({
  create: 'POST /admin_portal_link_tokens',
  revoke: 'POST /admin_portal_link_tokens/{adminPortalLinkTokenId}/revoke',
});

/** @param send What makes the calls. */
export function bindAdminPortalLinkTokenApi(send: Send): AdminPortalLinkTokenApi {
  const { create, revoke } = bind(adminPortalLinkTokenRoutes, send);
  return {
    create: async (params) => {
      // The API wants a body; its own default makes one where nothing else does.
      const { secondsUntilExpiration = 3600, ...others } = { ...params };
      return create({ ...others, secondsUntilExpiration });
    },
    revoke: async (params) => {
      const { revocationReason = null, ...token } = { ...params };
      return revoke({ ...token, revocationReason });
    },
  };
}

import type {
  AuthObjectFor,
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParamsFromSessionClaims,
  OrganizationCustomPermissionKey,
  SignedInAuthObject,
} from '../../engine/auth/index.js';
import type { AcceptedTokens } from '../../engine/token-type.js';

/** What `auth.protect()` answers with, and whose tokens it takes. */
export interface AuthProtectOptions {
  /** The kinds of token that count. Default: `session_token`. */
  token?: AcceptedTokens;
  /** Where to send who is signed in and not allowed; a URL or a path. Default: 404. */
  unauthorizedUrl?: string;
  /** Where to send who is not signed in; a URL or a path. Default: to sign in, or 404 where no page was asked for. */
  unauthenticatedUrl?: string;
}

/** The auth objects behind which somebody stands. */
type Authenticated<Accepted extends AcceptedTokens> = Extract<
  AuthObjectFor<Accepted>,
  { isAuthenticated: true }
>;

/**
 * Lets only those on who are signed in and meet a demand; throws for everybody else, at once, so
 * that a forgotten `await` leaves no door open.
 *
 * In order: a token of a kind that is not taken, or a bad one of a program, is a 401. Nobody signed
 * in, or a session with pending tasks: `unauthenticatedUrl`, else to the sign-in page where a page
 * was asked for, else 404. Not allowed: `unauthorizedUrl`, else 404. Where Clerk can't be asked: 503.
 *
 * @returns The auth object of who is let on.
 * @throws ClerkRedirectException, NotFoundException, ClerkUnauthorizedException or
 * ClerkUnavailableException, which Nest answers; ClerkConfigurationError for a demand that can't be
 * read, and for a kind of token that nobody has verified on this route.
 */
export interface AuthProtect {
  /**
   * @example
   * ```ts
   * auth.protect({ permission: 'org:articles:manage' });
   * auth.protect({ role: 'org:admin' }, { unauthorizedUrl: '/no-admin' });
   * ```
   */
  <Permission extends OrganizationCustomPermissionKey>(
    params: CheckAuthorizationParamsFromSessionClaims<Permission> &
      Omit<AuthProtectOptions, 'token'>,
    options?: AuthProtectOptions,
  ): SignedInAuthObject;
  /**
   * @example
   * ```ts
   * auth.protect((has) => has({ role: 'org:admin' }) || has({ plan: 'org:pro' }));
   * ```
   */
  (
    allows: (has: CheckAuthorizationFromSessionClaims) => boolean,
    options?: AuthProtectOptions,
  ): SignedInAuthObject;
  /**
   * @example
   * ```ts
   * auth.protect({ token: 'api_key' }).scopes;
   * auth.protect({ token: ['session_token', 'm2m_token'] });
   * ```
   */
  <const Accepted extends AcceptedTokens>(
    options: AuthProtectOptions & { token: Accepted },
  ): Authenticated<Accepted>;
  /**
   * @example
   * ```ts
   * const { userId } = auth.protect();
   * ```
   */
  (options?: AuthProtectOptions): SignedInAuthObject;
}

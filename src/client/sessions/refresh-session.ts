import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import { given, shape } from '../shape.js';

/** What it takes to refresh a session; the names are those of the wire, as in the vendor's client. */
export interface RefreshTokenParams {
  /** The session token whose time is up. */
  readonly expired_token: string;
  /** The value of the `__refresh` cookie. */
  readonly refresh_token: string;
  /** The origin of the request that brought them. */
  readonly request_origin: string;
  /** The IP address of that request. */
  readonly request_originating_ip?: string;
  /** That request's headers; every name with all its values. */
  readonly request_headers?: Readonly<Record<string, readonly string[]>>;
  /** Whether the cookies should carry the instance's suffix. */
  readonly suffixed_cookies?: boolean;
  /** What to answer with: a token, or cookies to set. Default `token`. */
  readonly format?: 'token' | 'cookie';
}

/** What it takes to refresh a session by cookies. */
export type RefreshSessionParams = RefreshTokenParams & {
  /** Asks for the headers that set cookies; without it for the token alone. */
  readonly format: 'cookie';
};

/** Cookies for the application to set. */
export interface Cookies {
  /** `Set-Cookie` values. */
  readonly cookies: string[];
}

/** Reads a resource whose `object` is `cookies`. */
export const readCookies = shape<Cookies>({ cookies: given });

interface RefreshOperation {
  refreshSession(sessionId: string, params: RefreshTokenParams): Promise<never>;
}

/** The operation of `sessions.refreshSession`, whose answer depends on `format`. */
export const refreshRoutes = routes<RefreshOperation>()(
  { refreshSession: 'POST /sessions/{sessionId}/refresh' },
  { refreshSession: { inQuery: ['suffixed_cookies'] } },
);

/**
 * `sessions.refreshSession`.
 *
 * @param send What makes the calls.
 */
export function bindRefreshSession(send: Send) {
  return bind(refreshRoutes, send).refreshSession;
}

import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import { given, shape } from '../shape.js';

/** What it takes to refresh a session; the names are those of the wire, as in the vendor's client. */
export interface RefreshSessionParams {
  /** The session token whose time is up. */
  readonly expired_token: string;
  /** The value of the `__refresh` cookie. */
  readonly refresh_token: string;
  /** The origin of the request that brought them. */
  readonly request_origin: string;
  /** That request's headers; every name with all its values. */
  readonly request_headers?: Readonly<Record<string, readonly string[]>>;
  /** Whether the cookies should carry the instance's suffix. */
  readonly suffixed_cookies?: boolean;
  /** What to answer with: cookies to set. */
  readonly format: 'cookie';
}

/** Cookies for the application to set. */
export interface Cookies {
  /** `Set-Cookie` values. */
  readonly cookies: readonly string[];
}

/** Reads a resource whose `object` is `cookies`. */
export const readCookies = shape<Cookies>({ cookies: given });

/** The operation behind `sessions.refreshSession`. */
export const refreshRoutes = routes<RefreshOperation>()({
  refresh: 'POST /sessions/{sessionId}/refresh',
});

interface RefreshOperation {
  refresh(
    sessionId: string,
    params: Omit<RefreshSessionParams, 'suffixed_cookies'>,
  ): Promise<Cookies>;
}

/**
 * `sessions.refreshSession`, which is no plain row: one of its parameters goes into the query.
 *
 * @param send What makes the calls.
 */
export function bindRefreshSession(send: Send) {
  return async (sessionId: string, params: RefreshSessionParams): Promise<Cookies> => {
    const { suffixed_cookies, ...body } = params;
    const { refresh } = bind(refreshRoutes, (call) =>
      send({ ...call, query: { suffixed_cookies } }),
    );
    return refresh(sessionId, body);
  };
}

import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { Session } from './session.js';
import { bindGetToken } from './get-token.js';
import { bindRefreshSession, type Cookies, type RefreshSessionParams } from './refresh-session.js';
import type { Token } from './token.js';

/** Operations on sessions. Every method rejects with a `ClerkApiError` when its call fails. */
export interface SessionApi {
  /**
   * Reads one session.
   *
   * Source: GET /sessions/{session_id}.
   *
   * @param sessionId The session's id (`sess_…`).
   */
  getSession(sessionId: string): Promise<Session>;

  /**
   * Makes a token from a session: a session token, or with a template a token of that shape.
   *
   * Source: POST /sessions/{session_id}/tokens, POST /sessions/{session_id}/tokens/{template_name}.
   *
   * @param sessionId The session's id (`sess_…`).
   * @param template The name of a JWT template of the instance; none for a session token.
   * @param expiresInSeconds How long the token lives, in seconds, from 30 to 315,360,000; without it
   * as long as the instance or the template says.
   */
  getToken(sessionId: string, template?: string, expiresInSeconds?: number): Promise<Token>;

  /**
   * Exchanges an expired session token and a refresh token for fresh cookies. Authentication does
   * this by itself; there is rarely a reason to.
   *
   * Source: POST /sessions/{session_id}/refresh.
   *
   * @param sessionId The session's id (`sess_…`).
   */
  refreshSession(sessionId: string, params: RefreshSessionParams): Promise<Cookies>;
}

/** The operations of {@link SessionApi} that only forward. */
export const sessionRoutes = routes<SessionApi>()({
  getSession: 'GET /sessions/{sessionId}',
});

/** @param send What makes the calls. */
export function bindSessionApi(send: Send): SessionApi {
  return {
    ...bind(sessionRoutes, send),
    getToken: bindGetToken(send),
    refreshSession: bindRefreshSession(send),
  };
}

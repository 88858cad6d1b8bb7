import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { ClerkPaginationRequest, PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import { bindGetToken } from './get-token.js';
import { bindRefreshSession, type Cookies, type RefreshTokenParams } from './refresh-session.js';
import type { Session, SessionStatus } from './session.js';
import type { Token } from './token.js';
import { bindVerifySession } from './verify-session.js';

/** Which sessions to list: those of a client, of a user, or both; one of them should be named. */
export interface SessionListParams extends ClerkPaginationRequest {
  /** The client's id (`client_…`). */
  readonly clientId?: string;
  /** The user's id (`user_…`). */
  readonly userId?: string;
  /** Only those in this state. */
  readonly status?: SessionStatus;
}

/** A session to make. */
export interface CreateSessionParams {
  /** Whose session. */
  readonly userId: string;
  /** The organization that is active in it. */
  readonly activeOrganizationId?: string;
}

/** Operations on sessions. Every method rejects with a `ClerkApiError` when its call fails. */
export interface SessionApi {
  /**
   * Lists sessions, the newest first. Old ones that have ended are not kept for ever.
   *
   * Source: GET /sessions.
   *
   * @param params Which sessions, and which page of them.
   */
  getSessionList(params?: SessionListParams): Promise<PaginatedResourceResponse<Session[]>>;

  /**
   * Goes through all sessions, page by page, the newest first.
   *
   * Source: GET /sessions.
   *
   * @param params Which sessions; `limit` is the size of a page.
   */
  each(params?: SessionListParams): AsyncIterableIterator<Session>;

  /**
   * Reads one session.
   *
   * Source: GET /sessions/{session_id}.
   *
   * @param sessionId The session's id (`sess_…`).
   */
  getSession(sessionId: string): Promise<Session>;

  /**
   * Makes an active session of a user, for tests: production instances refuse. Elsewhere a sign-in
   * token is what begins a session.
   *
   * Source: POST /sessions.
   *
   * @param params Whose session.
   */
  createSession(params: CreateSessionParams): Promise<Session>;

  /**
   * Ends a session: its client is signed out, at the latest when its session token expires.
   *
   * Source: POST /sessions/{session_id}/revoke.
   *
   * @param sessionId The session's id (`sess_…`).
   */
  revokeSession(sessionId: string): Promise<Session>;

  /**
   * Asks the API whether a token belongs to a session.
   *
   * Source: POST /sessions/{session_id}/verify, which the API's document no longer has.
   *
   * @deprecated Verify the token itself, without a call: `verifyToken`.
   * @param sessionId The session's id (`sess_…`).
   * @param token The session token. No error shows it.
   */
  verifySession(sessionId: string, token: string): Promise<Session>;

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
   * Exchanges an expired session token and a refresh token for a fresh session token.
   *
   * Source: POST /sessions/{session_id}/refresh.
   *
   * @param sessionId The session's id (`sess_…`).
   * @param params The tokens, and the request that brought them.
   */
  refreshSession(
    sessionId: string,
    params: RefreshTokenParams & { readonly format: 'token' },
  ): Promise<Token>;

  /**
   * Exchanges an expired session token and a refresh token for fresh cookies. Authentication does
   * this by itself; there is rarely a reason to.
   *
   * Source: POST /sessions/{session_id}/refresh.
   *
   * @param sessionId The session's id (`sess_…`).
   * @param params The tokens, and the request that brought them.
   */
  refreshSession(
    sessionId: string,
    params: RefreshTokenParams & { readonly format: 'cookie' },
  ): Promise<Cookies>;

  /**
   * Exchanges an expired session token and a refresh token for a fresh session token.
   *
   * Source: POST /sessions/{session_id}/refresh.
   *
   * @param sessionId The session's id (`sess_…`).
   * @param params The tokens, and the request that brought them.
   */
  refreshSession(sessionId: string, params: RefreshTokenParams): Promise<Token>;
}

/** The operations of {@link SessionApi} that only forward. */
export const sessionRoutes = routes<SessionApi>()({
  getSessionList: 'GET /sessions?paginated=true',
  getSession: 'GET /sessions/{sessionId}',
  createSession: 'POST /sessions',
  revokeSession: 'POST /sessions/{sessionId}/revoke',
});

/** @param send What makes the calls. */
export function bindSessionApi(send: Send): SessionApi {
  const forwards = bind(sessionRoutes, send);
  return {
    ...forwards,
    each: (params) => eachOf(forwards.getSessionList, params),
    verifySession: bindVerifySession(send),
    getToken: bindGetToken(send),
    refreshSession: bindRefreshSession(send),
  };
}

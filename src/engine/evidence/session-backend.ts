import type { Unavailable } from '../outcome.js';

/** What the refresh of a session takes. */
export interface RefreshRequest {
  readonly sessionId: string;
  /** The session token whose time is up. */
  readonly expiredToken: string;
  readonly refreshToken: string;
  /** The origin under which the client reached us. */
  readonly origin: string;
  /** The headers of the request, every name with all its values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Whether the cookies that come back should carry the instance's suffix. */
  readonly suffixedCookies: boolean;
}

/** What the Backend API answered: `Set-Cookie` values, or why there are none. */
export type BackendAnswer =
  | { readonly ok: true; readonly directives: readonly string[] }
  | {
      readonly ok: false;
      /** The code of the API's error, or what stands in for it. */
      readonly code: string;
      /** A sentence for the log. */
      readonly message: string;
      /** Set when the API could not be asked at all. */
      readonly unavailable?: Unavailable;
    };

/**
 * The two things that authentication has to ask the Backend API for. Neither method rejects: not
 * to get an answer is a state that the request has to be decided in.
 */
export interface SessionBackend {
  /** Fetches what a handshake decided. */
  redeemNonce(nonce: string): Promise<BackendAnswer>;
  /** Exchanges an expired session token and a refresh token for fresh cookies. */
  refreshSession(request: RefreshRequest): Promise<BackendAnswer>;
}

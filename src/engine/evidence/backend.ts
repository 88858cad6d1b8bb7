import type { NowOrLater } from '../../now-or-later.js';
import type { Unavailable } from '../outcome.js';
import type { MachineTokenType } from '../token-type.js';

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

/** The code of an answer that says of a token that it is no good. */
export const TOKEN_REFUSED = 'token-refused';

/** Why the Backend API gave no answer that could be used. */
export interface BackendFailure {
  readonly ok: false;
  /** The code of the API's error, or what stands in for it. */
  readonly code: string;
  /** The HTTP status of the answer; 0 where none came. */
  readonly status: number;
  /** A sentence for the log. */
  readonly message: string;
  /** Set when the API could not be asked at all. */
  readonly unavailable?: Unavailable | undefined;
}

/** The statuses that judge the token, and not us who ask. */
const VERDICTS = new Set([200, 400, 404, 410, 422]);

/**
 * Whether a failure is a verdict about the token. What is none leaves it unknown: it may be that we
 * may not ask, or have asked somebody else.
 */
export function isVerdict({ status, unavailable }: BackendFailure): boolean {
  return unavailable === undefined && VERDICTS.has(status);
}

/** What the Backend API answered: `Set-Cookie` values, or why there are none. */
export type BackendAnswer =
  { readonly ok: true; readonly directives: readonly string[] } | BackendFailure;

/** What the Backend API says about a machine's token: the resource as it came, or why there is none. */
export type MachineAnswer =
  | {
      readonly ok: true;
      readonly resource: unknown;
      /** Set where it was given for another request. */
      readonly isRemembered?: true;
    }
  | BackendFailure;

/**
 * The few things that authentication has to ask the Backend API for. No method rejects: not to get
 * an answer is a state that the request has to be decided in.
 */
export interface Backend {
  /** Fetches what a handshake decided. */
  redeemNonce(nonce: string): Promise<BackendAnswer>;
  /** Exchanges an expired session token and a refresh token for fresh cookies. */
  refreshSession(request: RefreshRequest): Promise<BackendAnswer>;
  /**
   * Asks about an opaque token of a machine; at once where the answer is known.
   *
   * @param isAnew Whether Clerk is asked even so.
   */
  verifyMachineToken(
    type: MachineTokenType,
    token: string,
    isAnew?: boolean,
  ): NowOrLater<MachineAnswer>;
}

import type { Token } from '../facts/decoded-token.js';
import type { RequestFacts } from '../facts/request-facts.js';
import type { Instance } from '../instance.js';
import type { Unavailable } from '../outcome.js';
import { RefreshTokenErrorReason } from '../reasons.js';
import { readSetCookies, type SetCookies } from './set-cookies.js';

/** What came of refreshing a session: cookies with a session among them, or why there are none. */
export type Refreshing =
  | ({ readonly refreshed: true } & SetCookies)
  | {
      readonly refreshed: false;
      /** One of {@link RefreshTokenErrorReason}, or the code of the Backend API's error. */
      readonly reason: string;
      readonly unavailable?: Unavailable;
    };

/** Exchanges an expired session token for a fresh one by the refresh token in a cookie. */
export async function refreshSession(
  expired: Token,
  refreshToken: string,
  facts: RequestFacts,
  { backend }: Pick<Instance, 'backend'>,
): Promise<Refreshing> {
  if (expired.kind === 'malformed') {
    return failed(RefreshTokenErrorReason.ExpiredSessionTokenDecodeFailed);
  }
  const sessionId = expired.claims['sid'];
  if (typeof sessionId !== 'string' || !sessionId) {
    return failed(RefreshTokenErrorReason.ExpiredSessionTokenMissingSidClaim);
  }
  const answer = await backend.refreshSession({
    sessionId,
    expiredToken: expired.text,
    refreshToken,
    origin: facts.url.origin,
    headers: facts.headers,
    suffixedCookies: facts.cookies.suffixed,
  });
  if (!answer.ok) return failed(answer.code, answer.unavailable);
  if (answer.directives.length === 0) return failed(RefreshTokenErrorReason.UnexpectedSDKError);
  return { refreshed: true, ...readSetCookies(answer.directives) };
}

function failed(reason: string, unavailable?: Unavailable): Refreshing {
  return { refreshed: false, reason, unavailable };
}

import type { Refreshing } from '../evidence/refresh-session.js';
import type { HeaderList } from '../outcome.js';
import { signedIn } from '../outcome.js';
import { AuthErrorReason, RefreshTokenErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/**
 * A session token whose time is up: refreshed on the spot where a cookie allows that, so that the
 * page needs no redirect; else renewed by a handshake.
 */
export function expiredSession(request: Case, message: string): Step {
  const { facts, evidence } = request;
  const { refreshToken, session } = facts.cookies;
  const expired = session ?? facts.bearer;
  if (facts.method !== 'GET') {
    return notRefreshed(request, message, RefreshTokenErrorReason.NonEligibleNonGet);
  }
  if (!refreshToken || !expired) {
    return notRefreshed(request, message, RefreshTokenErrorReason.NonEligibleNoCookie);
  }
  const { refreshing } = evidence;
  return refreshing
    ? afterRefresh(request, message, refreshing)
    : { ask: 'refresh', expired, refreshToken };
}

function afterRefresh(request: Case, message: string, refreshing: Refreshing): Step {
  if (!refreshing.refreshed) {
    return notRefreshed(request, message, refreshing.reason, refreshing);
  }
  const { session, directives } = refreshing;
  const invalid = () => notRefreshed(request, message, RefreshTokenErrorReason.InvalidSessionToken);
  if (session?.kind !== 'jwt') return invalid();
  const skewInMs = request.policy.clockSkewInMs;
  const verification = request.evidence.verification(session, skewInMs);
  if (!verification) return { ask: 'verify', token: session, skewInMs };
  if (verification.failure) return invalid();
  const headers: HeaderList = directives.map((directive) => ['Set-Cookie', directive]);
  return signedIn(session, headers);
}

/** The reason of an expired token also says why it was not refreshed. */
function notRefreshed(
  request: Case,
  message: string,
  why: string,
  { unavailable }: Pick<Extract<Refreshing, { refreshed: false }>, 'unavailable'> = {},
): Step {
  const reason = `${AuthErrorReason.SessionTokenExpired}-refresh-${why}` as const;
  return needsHandshake(request, reason, { message, unavailable });
}

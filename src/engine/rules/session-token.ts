import type { VerificationFailure } from '../claims/verification-failure.js';
import type { Token } from '../facts/decoded-token.js';
import { signedIn, signedOut } from '../outcome.js';
import {
  AuthErrorReason,
  type AuthReason,
  RefreshTokenErrorReason,
  TokenVerificationErrorReason,
} from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** What a session token, wherever it came from, says about a request. */
export function sessionToken(request: Case, token: Token): Step {
  if (token.kind === 'malformed') {
    const message = 'The token is not a JWT of three base64url parts.';
    return signedOut(TokenVerificationErrorReason.TokenInvalid, message);
  }
  const { policy, evidence } = request;
  const skewInMs = policy.clockSkewInMs;
  const verification = evidence.verification(token, skewInMs);
  if (!verification) return { ask: 'verify', token, skewInMs };
  return verification.failure ? refused(request, verification.failure) : signedIn(token);
}

/** Times that are off are worth a visit to Clerk, who can issue a fresh token; nothing else is. */
function refused(request: Case, failure: VerificationFailure): Step {
  const { reason, message, unavailable } = failure;
  if (reason === TokenVerificationErrorReason.TokenExpired) {
    return needsHandshake(request, expiredReason(request), message);
  }
  if (reason === TokenVerificationErrorReason.TokenNotActiveYet) {
    return needsHandshake(request, AuthErrorReason.SessionTokenNBF, message);
  }
  if (reason === TokenVerificationErrorReason.TokenIatInTheFuture) {
    return needsHandshake(request, AuthErrorReason.SessionTokenIatInTheFuture, message);
  }
  return signedOut(reason, message, unavailable);
}

/** The reason of an expired token also says why it was not refreshed on the spot. */
function expiredReason({ facts }: Case): AuthReason {
  return `${AuthErrorReason.SessionTokenExpired}-refresh-${notRefreshed(facts.method, facts.cookies.hasRefreshToken)}`;
}

function notRefreshed(method: string, hasRefreshToken: boolean): RefreshTokenErrorReason {
  if (method !== 'GET') return RefreshTokenErrorReason.NonEligibleNonGet;
  if (!hasRefreshToken) return RefreshTokenErrorReason.NonEligibleNoCookie;
  return RefreshTokenErrorReason.MissingApiClient;
}

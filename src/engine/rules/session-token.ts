import type { VerificationFailure } from '../claims/verification-failure.js';
import type { Token } from '../facts/decoded-token.js';
import { signedIn, signedOut } from '../outcome.js';
import { AuthErrorReason, TokenVerificationErrorReason } from '../reasons.js';
import { expiredSession } from './expired-session.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** What a session token, wherever it came from, says about a request. */
export function sessionToken(request: Case, token: Token): Step {
  if (token.kind === 'malformed') {
    const message = 'The token is not a JWT of three base64url parts.';
    return signedOut(TokenVerificationErrorReason.TokenInvalid, { message });
  }
  const { policy, evidence } = request;
  const skewInMs = policy.clockSkewInMs;
  const verification = evidence.verification(token, skewInMs);
  if (!verification) return { ask: 'verify', token, skewInMs };
  return verification.failure ? refused(request, verification.failure) : signedIn(token);
}

/** Times that are off are worth a visit to Clerk, who can issue a fresh token; nothing else is. */
function refused(request: Case, { reason, message }: VerificationFailure): Step {
  if (reason === TokenVerificationErrorReason.TokenExpired) return expiredSession(request, message);
  if (reason === TokenVerificationErrorReason.TokenNotActiveYet) {
    return needsHandshake(request, AuthErrorReason.SessionTokenNBF, { message });
  }
  if (reason === TokenVerificationErrorReason.TokenIatInTheFuture) {
    return needsHandshake(request, AuthErrorReason.SessionTokenIatInTheFuture, { message });
  }
  return signedOut(reason, { message });
}

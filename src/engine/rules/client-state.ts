import { signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** Neither a session nor a client that was ever signed in: simply a visitor. */
export function nobody({ facts }: Case): Step | undefined {
  if (facts.cookies.clientUat || facts.cookies.session) return undefined;
  return signedOut(AuthErrorReason.SessionTokenAndUATMissing);
}

/**
 * A session without an active client: signed out elsewhere, or a cookie that somebody planted.
 * The token may still be in its minute of life; it is not enough.
 */
export function sessionWithoutActiveClient(request: Case): Step | undefined {
  const { cookies } = request.facts;
  if (cookies.clientUat || !cookies.session) return undefined;
  return needsHandshake(request, AuthErrorReason.SessionTokenWithoutClientUAT);
}

/** An active client without a session: its cookie is gone, Clerk may have another. */
export function activeClientWithoutSession(request: Case): Step | undefined {
  const { cookies } = request.facts;
  if (!cookies.clientUat || cookies.session) return undefined;
  return needsHandshake(request, AuthErrorReason.ClientUATWithoutSessionToken);
}

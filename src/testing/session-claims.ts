import { randomHex } from './ids.js';
import type { LocalSession } from './local-user.js';
import { featureClaim, organizationClaim } from './organization-claims.js';
import { tokenTimes } from './token-times.js';

const LIFETIME_IN_SECONDS = 60;

/** The token category in the header of every session token. */
export const SESSION_TOKEN_CATEGORY = 'cl_B7d4PD111AAA';

/** What a session's claims are made from, beside the session. */
export interface SessionClaimsInput {
  /** The `iss` claim: the URL of the Frontend API. */
  readonly issuer: string;
  /** The `azp` claim: the origin the token is meant to be used from. */
  readonly azp: string;
  /** Unix time in milliseconds. */
  readonly now: number;
  /** Default 60, as at Clerk. */
  readonly expiresInSeconds?: number;
}

/** The claims of a session token, version 2. A claim with nothing to say is left out. */
export function sessionClaims(
  session: LocalSession,
  { issuer, azp, now, expiresInSeconds = LIFETIME_IN_SECONDS }: SessionClaimsInput,
): Record<string, unknown> {
  const expiration = now + expiresInSeconds * 1000;
  const { exp, iat, nbf } = tokenTimes({ createdAt: now, expiration });
  const { membership } = session;
  return {
    azp,
    exp,
    ...(membership && { fea: featureClaim(membership) }),
    fva: [minutesBetween(session.createdAt, now), -1],
    iat,
    iss: issuer,
    jti: randomHex(10),
    nbf,
    ...(membership && { o: organizationClaim(membership) }),
    pla: membership ? 'o:free' : 'u:free',
    sid: session.id,
    sts: 'active',
    sub: session.user.id,
    v: 2,
  };
}

// Never negative: -1 would mean that the factor was never verified.
function minutesBetween(earlier: number, later: number): number {
  return Math.max(0, Math.floor((later - earlier) / 60_000));
}

import { randomHex } from './ids.js';
import type { LocalSession } from './local-user.js';
import { featureClaim, organizationClaim } from './organization-claims.js';

/** How long a session token lives, in seconds: as at Clerk. */
export const SESSION_TOKEN_LIFETIME_IN_SECONDS = 60;

/** The token category in the header of every session token. */
export const SESSION_TOKEN_CATEGORY = 'cl_B7d4PD111AAA';

// Clerk backdates `nbf` so that an application whose clock is behind accepts a fresh token.
const NOT_BEFORE_LEEWAY_IN_SECONDS = 10;

/** What a session's claims are made from, beside the session. */
export interface SessionClaimsInput {
  /** The `iss` claim: the URL of the Frontend API. */
  readonly issuer: string;
  /** The `azp` claim: the origin the token is meant to be used from. */
  readonly azp: string;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly expiresInSeconds: number;
}

/** The claims of a session token, version 2. A claim with nothing to say is left out. */
export function sessionClaims(
  session: LocalSession,
  { issuer, azp, now, expiresInSeconds }: SessionClaimsInput,
): Record<string, unknown> {
  const iat = Math.floor(now / 1000);
  const { membership } = session;
  return {
    azp,
    exp: iat + expiresInSeconds,
    ...(membership && { fea: featureClaim(membership) }),
    fva: [minutesBetween(session.createdAt, now), -1],
    iat,
    iss: issuer,
    jti: randomHex(10),
    nbf: iat - NOT_BEFORE_LEEWAY_IN_SECONDS,
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

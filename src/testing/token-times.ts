// Clerk backdates `nbf` so that an application whose clock is behind accepts a fresh token.
const NOT_BEFORE_LEEWAY_IN_SECONDS = 10;

/** When a JWT counts: Unix time in seconds. */
export interface TokenTimes {
  readonly exp: number;
  readonly iat: number;
  readonly nbf: number;
}

/** The times of a JWT, from when it was made and when it ends: Unix time in milliseconds. */
export function tokenTimes(token: { createdAt: number; expiration: number }): TokenTimes {
  const iat = Math.floor(token.createdAt / 1000);
  const exp = Math.floor(token.expiration / 1000);
  return { exp, iat, nbf: iat - NOT_BEFORE_LEEWAY_IN_SECONDS };
}

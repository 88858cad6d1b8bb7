/** How a token differs from the one a sign-in would bring. */
export interface TokenChanges {
  /** Claims to set; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Header parameters to set; `undefined` leaves one out. RS256, RS384 and RS512 can be signed. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Default 60. */
  readonly expiresInSeconds?: number;
}

/** A token of a user's that differs from the one a sign-in would bring. */
export interface MintRequest extends TokenChanges {
  /** A name (`ada`) or an id (`user_…`). */
  readonly user: string;
}

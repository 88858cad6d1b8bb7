/** What to change about an email address. */
export interface UpdateEmailAddressParams {
  /** Whether it counts as verified. */
  readonly verified?: boolean;
  /** Whether it is the user's primary one. */
  readonly primary?: boolean;
  /** Whether the previous primary email address is told. Default false. */
  readonly notifyPrimaryEmailAddressChanged?: boolean;
}

/** An email address to give to a user; not verified, and primary only if it is the first, unless the parameters say otherwise. */
export interface CreateEmailAddressParams extends UpdateEmailAddressParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The address, in the form of RFC 5322. */
  readonly emailAddress: string;
  /** Whether it becomes the user's primary one; unless this is said, only the first does. */
  readonly primary?: boolean;
}

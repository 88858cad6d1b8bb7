/** What to change about a phone number. */
export interface UpdatePhoneNumberParams {
  /** Whether it counts as verified. */
  readonly verified?: boolean;
  /** Whether it is the user's primary one. */
  readonly primary?: boolean;
  /** Whether it is a second factor, for which it has to be verified. */
  readonly reservedForSecondFactor?: boolean;
}

/** A phone number to give to a user; not verified, and primary only if it is the first, unless the parameters say otherwise. */
export interface CreatePhoneNumberParams extends UpdatePhoneNumberParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** In E.164 format: `+15555550100`. */
  readonly phoneNumber: string;
  /** Whether it becomes the user's primary one; unless this is said, only the first does. */
  readonly primary?: boolean;
}

/** A token with which its holder signs in as a user, once. */
export interface SignInTokenRecord {
  /** `sit_…` */
  readonly id: string;
  /** `user_…` */
  readonly userId: string;
  /** The secret in the link. */
  readonly token: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  /** Where it signs in: the sign-in page with the token. */
  readonly url: string;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

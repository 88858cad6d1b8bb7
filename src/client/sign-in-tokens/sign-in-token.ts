import { given, shape } from '../shape.js';

/** A token that signs a user in, once. Times are Unix times in milliseconds. Source: schema SignInToken. */
export interface SignInToken {
  /** `sit_…`: not the token itself. */
  readonly id: string;
  /** Whom it signs in. */
  readonly userId: string;
  /** The token itself: the `ticket` of a sign-in. */
  readonly token: string;
  /** `pending`, `accepted` or `revoked`. */
  readonly status: string;
  /** A page that signs the user in when it is opened. */
  readonly url: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `sign_in_token`. */
export const readSignInToken = shape<SignInToken>({
  id: given,
  userId: given,
  token: given,
  status: given,
  url: given,
  createdAt: given,
  updatedAt: given,
});

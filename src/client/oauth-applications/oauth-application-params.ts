import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/** Which OAuth applications to list. */
export type GetOAuthApplicationListParams = ClerkPaginationRequest<{
  /** A part of the name, in any case, or a whole client id. */
  readonly nameQuery?: string;
  /** The order; by default `+created_at`, the oldest first. */
  readonly orderBy?: WithSign<'name' | 'created_at'>;
}>;

/** What to make an OAuth application of. */
export interface CreateOAuthApplicationParams {
  /** At most 256 characters. */
  readonly name: string;
  /** Where users may be sent back to; any scheme. */
  readonly redirectUris?: readonly string[] | null;
  /** What it may ask for, separated by spaces: of `profile`, `email`, `public_metadata`, `private_metadata`. */
  readonly scopes?: string | null;
  /** Whether it can't keep a secret, as one in a browser or on a phone; its flow can then use a proof key (PKCE). */
  readonly public?: boolean | null;
  /** Whether users are asked before it gets anything; of a new one they are unless this is false. Can't be false where the application registered itself. */
  readonly consentScreenEnabled?: boolean | null;
  /** Whether its flow needs a proof key (PKCE); that of a new one doesn't unless this is true. */
  readonly pkceRequired?: boolean | null;
}

/** What to change of an OAuth application: the name has to be given, what else is not stays. */
export interface UpdateOAuthApplicationParams extends CreateOAuthApplicationParams {
  /** The application's id, which is not its client id. */
  readonly oauthApplicationId: string;
}

/** Which tokens to revoke. */
export interface RevokeOAuthApplicationTokenParams {
  /** The application's id, which is not its client id. */
  readonly oauthApplicationId: string;
  /** An access or refresh token that is no JWT; all that came of the same consent go with it. No error shows it. */
  readonly token: string;
}

/** A logo to upload. */
export interface UploadOAuthApplicationLogoParams {
  /** A JPEG, PNG, GIF or WebP image of at most 10 MB. */
  readonly file: Blob | File;
  /** The id of the user who uploads it. */
  readonly uploaderUserId?: string;
}

declare global {
  /**
   * Declare it once more in a `declare global` block of yours to type your users' public metadata:
   *
   * ```ts
   * declare global {
   *   interface UserPublicMetadata {
   *     plan?: 'free' | 'pro';
   *   }
   * }
   * ```
   *
   * It has the vendor's name and must stay empty: the vendor's declaration has an index signature,
   * and two of those in one merged interface don't compile.
   */
  interface UserPublicMetadata {}

  /** Redeclare this interface to type your users' private metadata; see {@link UserPublicMetadata}. */
  interface UserPrivateMetadata {}

  /** Redeclare this interface to type your users' unsafe metadata; see {@link UserPublicMetadata}. */
  interface UserUnsafeMetadata {}
}

type AnyMetadata = Readonly<Record<string, unknown>>;

/** Metadata that browsers can read and only the Backend API can write. */
export type PublicMetadata = AnyMetadata & UserPublicMetadata;

/** Metadata that only the Backend API can read and write. */
export type PrivateMetadata = AnyMetadata & UserPrivateMetadata;

/** Metadata that the user's browser can write: don't rely on it. */
export type UnsafeMetadata = AnyMetadata & UserUnsafeMetadata;

/** Metadata of a user to write; what is left out stays as it is. */
export interface UserMetadataParams {
  /** What browsers can read and only the Backend API can write. */
  readonly publicMetadata?: PublicMetadata;
  /** What only the Backend API can read and write. */
  readonly privateMetadata?: PrivateMetadata;
  /** What the user's browser can write too. */
  readonly unsafeMetadata?: UnsafeMetadata;
}

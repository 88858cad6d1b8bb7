declare global {
  /**
   * Declare it once more in a `declare global` block of yours to type your organizations' public metadata:
   *
   * ```ts
   * declare global {
   *   interface OrganizationPublicMetadata {
   *     plan?: 'free' | 'pro';
   *   }
   * }
   * ```
   *
   * It has the vendor's name and must stay empty: the vendor's declaration has an index signature,
   * and two of those in one merged interface don't compile.
   */
  interface OrganizationPublicMetadata {}

  /** Redeclare this interface to type your organizations' private metadata; see {@link OrganizationPublicMetadata}. */
  interface OrganizationPrivateMetadata {}

  /** Redeclare this interface to type your memberships' public metadata; see {@link OrganizationPublicMetadata}. */
  interface OrganizationMembershipPublicMetadata {}

  /** Redeclare this interface to type your memberships' private metadata; see {@link OrganizationPublicMetadata}. */
  interface OrganizationMembershipPrivateMetadata {}

  /** Redeclare this interface to type your invitations' public metadata; see {@link OrganizationPublicMetadata}. */
  interface OrganizationInvitationPublicMetadata {}

  /** Redeclare this interface to type your invitations' private metadata; see {@link OrganizationPublicMetadata}. */
  interface OrganizationInvitationPrivateMetadata {}
}

type AnyMetadata = Readonly<Record<string, unknown>>;

/** Metadata of one kind: whatever the application saves, typed where it redeclares the interface. */
export type MetadataOf<Declared> = AnyMetadata & Declared;

/**
 * Metadata to write; what is left out stays as it is.
 *
 * @typeParam Public The application's type of what is public.
 * @typeParam Private The application's type of what is private.
 */
export interface MetadataParams<
  Public = OrganizationPublicMetadata,
  Private = OrganizationPrivateMetadata,
> {
  /** Metadata that browsers can read and only the Backend API can write. */
  readonly publicMetadata?: MetadataOf<Public>;
  /** Metadata that only the Backend API can read and write. */
  readonly privateMetadata?: MetadataOf<Private>;
}

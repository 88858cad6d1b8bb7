declare global {
  /**
   * Declare it once more in a `declare global` block of yours, with `permission` and `role` to narrow every
   * role and permission in this package to the ones your application has.
   *
   * It has the vendor's name and must stay empty: all declarations of it merge.
   */
  interface ClerkAuthorization {}
}

/** The key of a role in an organization: `org:admin`, …; narrowed by {@link ClerkAuthorization}. */
export type OrganizationMembershipRole = ClerkAuthorization extends {
  permission: unknown;
  role: infer Role extends string;
}
  ? Role
  : string;

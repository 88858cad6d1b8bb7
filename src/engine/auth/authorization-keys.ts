declare global {
  /**
   * Declare it once more in a `declare global` block of yours, with `permission` and `role` to narrow every
   * role and permission in this package to the ones your application has.
   *
   * It has the vendor's name and must stay empty: the two declarations merge, and so do an
   * application's own.
   */
  interface ClerkAuthorization {}
}

/** What a {@link ClerkAuthorization} holds once an application has declared its own keys. */
interface DeclaredKeys {
  permission: unknown;
  role: unknown;
}

type DeclaredKey<Kind extends keyof DeclaredKeys> = ClerkAuthorization extends DeclaredKeys
  ? ClerkAuthorization[Kind] extends string
    ? ClerkAuthorization[Kind]
    : string
  : string;

/** A role in an organization, such as `org:admin`; narrowed by {@link ClerkAuthorization}. */
export type OrganizationCustomRoleKey = DeclaredKey<'role'>;

/** A custom permission, such as `org:articles:manage`; narrowed by {@link ClerkAuthorization}. */
export type OrganizationCustomPermissionKey = DeclaredKey<'permission'>;

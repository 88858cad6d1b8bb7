import type {
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
} from './authorization-keys.js';

/** Which factor must have been verified recently. */
export type SessionVerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

/** The names of Clerk's reverification presets. */
export type SessionVerificationTypes = 'strict_mfa' | 'strict' | 'moderate' | 'lax';

/** How recently which factor must have been verified. */
export type ReverificationConfig =
  | SessionVerificationTypes
  | {
      level: SessionVerificationLevel;
      /** Minutes, more than 0: an age of exactly this many is too old. */
      afterMinutes: number;
    };

/** A feature or plan, of the organization or the user if it has a scope and else of either. */
type ScopedName = `user:${string}` | `org:${string}` | (string & Record<never, never>);

/** System permissions are not in session tokens, so asking for one would never pass. */
type DisallowSystemPermissions<P extends string> = P extends `org:sys_${string}`
  ? 'System permissions are not included in session claims and cannot be used on the server-side'
  : P;

/** What `has()` can be asked: at most one of the four, with or without a reverification. */
export type CheckAuthorizationParamsFromSessionClaims<P extends OrganizationCustomPermissionKey> = (
  | { role: OrganizationCustomRoleKey; permission?: never; feature?: never; plan?: never }
  | { role?: never; permission: DisallowSystemPermissions<P>; feature?: never; plan?: never }
  | { role?: never; permission?: never; feature: ScopedName; plan?: never }
  | { role?: never; permission?: never; feature?: never; plan: ScopedName }
  | { role?: never; permission?: never; feature?: never; plan?: never }
) & { reverification?: ReverificationConfig };

/** What `has()` can be asked, where the permission is not known as a literal. */
export type CheckAuthorizationParams =
  CheckAuthorizationParamsFromSessionClaims<OrganizationCustomPermissionKey>;

/** Says whether a session may do what is asked. It never throws. */
export type CheckAuthorizationFromSessionClaims = <P extends OrganizationCustomPermissionKey>(
  isAuthorizedParams: CheckAuthorizationParamsFromSessionClaims<P>,
) => boolean;

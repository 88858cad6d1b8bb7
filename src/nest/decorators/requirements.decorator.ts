import { UseGuards } from '@nestjs/common';
import type {
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  ReverificationConfig,
} from '../../engine/auth/index.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { ClerkAuthGuard } from '../clerk-auth.guard.js';
import { declareRequirements } from '../policy/declarations.js';
import { placeOf } from '../policy/place.js';
import type { Requirement } from '../policy/requirement.js';

/** A decorator for classes and methods. */
export type AccessDecorator = ClassDecorator & MethodDecorator;

/**
 * Requires permissions in the active organization, for example `org:articles:manage`: all of them
 * where several are given. Brings `ClerkAuthGuard` along.
 */
export function RequirePermission(
  ...permissions: [OrganizationCustomPermissionKey, ...OrganizationCustomPermissionKey[]]
): AccessDecorator {
  return requireAll(
    'RequirePermission',
    permissions.map((permission) => ({ permission })),
  );
}

/**
 * Requires a role in the active organization, for example `org:admin`. Brings `ClerkAuthGuard`
 * along. Prefer permissions: they stay right when a new role appears.
 */
export function RequireRole(
  ...roles: [OrganizationCustomRoleKey, ...OrganizationCustomRoleKey[]]
): AccessDecorator {
  return requireAll(
    'RequireRole',
    roles.map((role) => ({ role })),
  );
}

/**
 * Requires features of the plan, for example `org:exports`, `user:exports` or, of either, `exports`:
 * all of them where several are given. Brings `ClerkAuthGuard` along.
 */
export function RequireFeature(...features: [string, ...string[]]): AccessDecorator {
  return requireAll(
    'RequireFeature',
    features.map((feature) => ({ feature })),
  );
}

/**
 * Requires plans, for example `org:pro`, `user:pro` or, of either, `pro`: all of them where several
 * are given. Brings `ClerkAuthGuard` along.
 */
export function RequirePlan(...plans: [string, ...string[]]): AccessDecorator {
  return requireAll(
    'RequirePlan',
    plans.map((plan) => ({ plan })),
  );
}

/**
 * Requires that the user has verified recently who they are: `strict_mfa`, `strict`, `moderate`,
 * `lax`, or `{ level, afterMinutes }` (minutes). Brings `ClerkAuthGuard` along; a user who has to
 * verify again gets the 403 that Clerk's frontends answer with the verification dialogue.
 */
export function RequireReverification(reverification: ReverificationConfig): AccessDecorator {
  return requireAll('RequireReverification', [{ reverification }]);
}

/**
 * Requires scopes of a program's token, for example `articles:read`: all of them where several are
 * given. Sessions have no scopes and are refused. Brings `ClerkAuthGuard` along; `@AcceptsToken()`
 * says which programs' tokens are taken.
 */
export function RequireScopes(...scopes: [string, ...string[]]): AccessDecorator {
  return requireAll(
    'RequireScopes',
    scopes.map((scope) => ({ scope })),
  );
}

/** The guard comes along, so that to forget `@UseGuards()` can't open a route. */
function requireAll(decorator: string, requirements: readonly Requirement[]): AccessDecorator {
  if (!requirements.every(saysSomething) || requirements.length === 0) {
    throw new ClerkConfigurationError(
      `@${decorator}() demands nothing. Name what is required, or use @UseGuards(ClerkAuthGuard) if being signed in is enough.`,
    );
  }
  const guard = UseGuards(ClerkAuthGuard);
  return (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => {
    declareRequirements(placeOf(target, name, descriptor), requirements);
    Reflect.apply(guard, undefined, [target, name, descriptor]);
  };
}

function saysSomething(requirement: Requirement): boolean {
  return Object.values(requirement).some((value) => value !== undefined && value !== '');
}

import { UseGuards } from '@nestjs/common';
import type {
  CheckAuthorizationParams,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  ReverificationConfig,
} from '../../engine/auth/index.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { ClerkAuthGuard } from '../clerk-auth.guard.js';
import { declareRequirements } from '../policy/declarations.js';
import { placeOf } from '../policy/place.js';
import { demandsNothing, makeRequirement, readRequirements } from '../policy/read-requirement.js';
import type { PolicyInput, Requirement } from '../policy/requirement.js';

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
  // One that has come out blank would demand less than its author meant.
  if (scopes.length === 0 || !scopes.every(Boolean)) throw demandsNothing('@RequireScopes()');
  return demand(scopes.map((scope) => makeRequirement({ kind: 'scope', scope })));
}

/**
 * Requires that somebody's organization is active; with `param` the one that the route names in that
 * parameter, by its id (`org_…`) or slug. Brings `ClerkAuthGuard` along.
 *
 * @example
 * ```ts
 * @Get('organizations/:orgId/invoices')
 * @RequireOrganization({ param: 'orgId' })
 * ```
 */
export function RequireOrganization(options?: { param: string }): AccessDecorator {
  const param: unknown = options?.param;
  // Without a name any organization would do, which nobody means who writes one.
  if (options !== undefined && (typeof param !== 'string' || !param)) {
    throw new ClerkConfigurationError(
      "@RequireOrganization() takes nothing, or the name of a route parameter: { param: 'orgId' }.",
    );
  }
  return demand([makeRequirement({ kind: 'organization', param: options?.param })]);
}

/** Refuses whoever acts in a user's name (`act` in the token). Brings `ClerkAuthGuard` along. */
export function ForbidImpersonation(): AccessDecorator {
  return demand([makeRequirement({ kind: 'no-impersonation' })]);
}

/**
 * Asks Clerk at each call whether the session is still active, for what must not rely on a token
 * that is good for up to a minute after its session ended. 503 when Clerk can't be asked; opaque
 * tokens of programs are asked about anyway, and their JWTs, which can't be, get 403. Brings `ClerkAuthGuard` along.
 *
 * @param mode `online`: by the Backend API.
 */
export function VerifySession(mode: 'online'): AccessDecorator {
  if (mode !== 'online') {
    throw new ClerkConfigurationError("@VerifySession() takes 'online': ask Clerk at each call.");
  }
  return demand([makeRequirement({ kind: 'online-session' })]);
}

/**
 * Requires that every policy given is met: what `has()` takes, a function, an injectable class, or
 * what `anyOf()`, `allOf()` and `not()` make of them. Brings `ClerkAuthGuard` along.
 *
 * @example
 * ```ts
 * @Authorize(anyOf({ role: 'org:admin' }, OwnsArticle), not({ plan: 'user:free' }))
 * ```
 */
export function Authorize(...policies: [PolicyInput, ...PolicyInput[]]): AccessDecorator {
  return demand(readRequirements('@Authorize()', policies));
}

function requireAll(
  decorator: string,
  questions: readonly CheckAuthorizationParams[],
): AccessDecorator {
  return demand(readRequirements(`@${decorator}()`, questions));
}

/** The guard comes along, so that to forget `@UseGuards()` can't open a route. */
function demand(requirements: readonly Requirement[]): AccessDecorator {
  const guard = UseGuards(ClerkAuthGuard);
  return (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => {
    declareRequirements(placeOf(target, name, descriptor), requirements);
    Reflect.apply(guard, undefined, [target, name, descriptor]);
  };
}

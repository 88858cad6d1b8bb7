import type { ExecutionContext } from '@nestjs/common';
import type { AuthenticatedObject } from './requirement.js';

/** What the id of an organization starts with; a slug can't hold an underscore. */
const ID_PREFIX = 'org_';

/**
 * Whether an organization is active, and the one that the route names. An id is compared with the
 * id and anything else with the slug, never either with the other.
 *
 * @param param The route parameter that names it; none where any organization will do.
 */
export function isActiveOrganization(
  auth: AuthenticatedObject,
  param: string | undefined,
  context: ExecutionContext,
): boolean {
  const { id, slug } = organizationOf(auth);
  if (!id) return false;
  if (param === undefined) return true;
  const named = routeParameter(context, param);
  if (!named) return false;
  return named === (named.startsWith(ID_PREFIX) ? id : slug);
}

interface Organization {
  readonly id: string | null | undefined;
  readonly slug: string | undefined;
}

function organizationOf(auth: AuthenticatedObject): Organization {
  switch (auth.tokenType) {
    case 'session_token':
      return { id: auth.orgId, slug: auth.orgSlug };
    case 'api_key':
      return { id: auth.orgId, slug: undefined };
    case 'm2m_token':
    case 'oauth_token':
      return { id: undefined, slug: undefined };
    default:
      return auth satisfies never;
  }
}

function routeParameter(context: ExecutionContext, name: string): string | undefined {
  const request: unknown = context.switchToHttp().getRequest();
  const params = isObject(request) && 'params' in request ? request.params : undefined;
  const value: unknown = isObject(params) ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

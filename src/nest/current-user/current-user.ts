import { AuthErrorReason } from '../../engine/reasons.js';
import type { Authentication } from '../../engine/authentication.js';
import type { User } from '../../client/index.js';
import type { AuthenticationClient } from '../../request/authentication-client.js';
import { backendFailure } from '../../request/backend-failure.js';
import type { Tenant } from '../../tenants/tenant.js';
import { ConnectionLog } from '../connection-log.js';
import { ClerkUnavailableException } from '../errors/clerk-exceptions.js';
import { type Refusal, unauthorized } from '../http/refusal.js';
import { deepFreeze } from '../../deep-freeze.js';
import { UserCache } from './user-cache.js';

/** Users by tenant: the same id can be somebody else's in another instance. */
const caches = new WeakMap<Tenant, UserCache>();

const log = new ConnectionLog();

/** The user of a request; null where nobody is signed in, or a program without a user calls. */
export type FoundUser = { readonly user: User | null } | { readonly refusal: Refusal };

/**
 * Fetches the user of a request, or takes the one that was fetched a moment ago.
 *
 * @param authentication Who calls, for the handler that asks.
 * @param tenant Whose user that is.
 */
export async function findCurrentUser(
  authentication: Authentication,
  tenant: Tenant,
): Promise<FoundUser> {
  const auth = authentication.toAuth();
  const userId = 'userId' in auth ? auth.userId : null;
  if (!userId) return { user: null };
  try {
    return { user: await cacheOf(tenant).get(userId) };
  } catch (error) {
    return { refusal: refusalOf(error, authentication) };
  }
}

function cacheOf(tenant: Tenant): UserCache {
  const { client, options } = tenant;
  const fetch = (userId: string) => fetchUser(client, userId);
  const cache = caches.get(tenant) ?? new UserCache(fetch, options.userCacheTtlInMs, now);
  caches.set(tenant, cache);
  return cache;
}

async function fetchUser(client: AuthenticationClient, userId: string): Promise<User> {
  const user: unknown = await client.users.getUser(userId);
  // The client takes the API at its word; a page of somebody else is no user.
  if (!isUser(user) || user.id !== userId) {
    throw new TypeError('The answer is not the user that was asked for.');
  }
  // Several requests are given the same object: what one writes, all others would read.
  return deepFreeze(user);
}

function isUser(value: unknown): value is User {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** Not the time of day, which can be set back. */
const now = () => performance.now();

/** Clerk may not be reached, or the session may have outlived its user. */
function refusalOf(error: unknown, authentication: Authentication): Refusal {
  const { code, status, unavailable, message } = backendFailure(error);
  if (status === 404 && code === 'resource_not_found' && !unavailable) {
    const gone = 'The user of this session no longer exists.';
    return unauthorized(authentication, authentication.outcome, gone);
  }
  log.warn('unavailable', `@CurrentUser() could not be fetched: ${message}`);
  const isDevelopment = authentication.instance.instanceType === 'development';
  const hint = isDevelopment ? message : undefined;
  return {
    exception: new ClerkUnavailableException(AuthErrorReason.UnexpectedError, hint),
    headers: [],
  };
}

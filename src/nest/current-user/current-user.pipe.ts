import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { User } from '../../client/index.js';
import { AuthErrorReason } from '../../engine/reasons.js';
import type { AuthenticationClient } from '../../request/authentication-client.js';
import { backendFailure } from '../../request/backend-failure.js';
import type { Tenant } from '../../tenants/tenant.js';
import { ClerkAuthenticator } from '../clerk-authenticator.js';
import {
  ClerkUnauthorizedException,
  ClerkUnavailableException,
} from '../errors/clerk-exceptions.js';
import { nodeRequestOf } from '../http/node-request.js';
import { stateOf } from '../http/request-state.js';
import { UserCache } from './user-cache.js';

/** Users by tenant: the same id can be somebody else's in another instance. */
const caches = new WeakMap<Tenant, UserCache>();

/** The user of each request, asked for once however often it is injected. */
const users = new WeakMap<object, Promise<User | null>>();

/** Fetches the user of a request. Internal: see `@CurrentUser()`. */
@Injectable()
export class CurrentUserPipe implements PipeTransform<object, Promise<User | null>> {
  constructor(@Inject(ClerkAuthenticator) private readonly authenticator: ClerkAuthenticator) {}

  /** @param request The request, as Express or Fastify hands it out. */
  transform(request: object): Promise<User | null> {
    const raw = nodeRequestOf(request);
    const user = users.get(raw) ?? this.#userOf(raw);
    users.set(raw, user);
    return user;
  }

  async #userOf(request: object): Promise<User | null> {
    const auth = stateOf(request).toAuth();
    const userId = 'userId' in auth ? auth.userId : null;
    if (!userId) return null;
    const tenant = await this.authenticator.tenantOf(request);
    try {
      return await cacheOf(tenant).get(userId);
    } catch (error) {
      throw refusal(error, tenant);
    }
  }
}

function cacheOf(tenant: Tenant): UserCache {
  const { client, options } = tenant;
  const known =
    caches.get(tenant) ??
    new UserCache((userId) => fetchUser(client, userId), options.userCacheTtlInMs, now);
  caches.set(tenant, known);
  return known;
}

async function fetchUser(client: AuthenticationClient, userId: string): Promise<User> {
  const user: unknown = await client.users.getUser(userId);
  // The client takes the API at its word; a page of somebody else is no user.
  if (isUser(user) && user.id === userId) return user;
  throw new TypeError('The answer is not the user that was asked for.');
}

function isUser(value: unknown): value is User {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** Not the time of day, which can be set back. */
const now = () => performance.now();

/** Clerk may not be reached, or the session may have outlived its user. */
function refusal(error: unknown, { options }: Tenant): Error {
  const { status, unavailable, message } = backendFailure(error);
  if (status === 404 && !unavailable) {
    return new ClerkUnauthorizedException(undefined, 'The user of this session no longer exists.');
  }
  const isDevelopment = options.publishableKey?.instanceType === 'development';
  return new ClerkUnavailableException(
    AuthErrorReason.UnexpectedError,
    isDevelopment ? message : undefined,
  );
}

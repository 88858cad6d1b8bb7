import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { User } from '../../client/index.js';
import { findCurrentUser, type FoundUser } from '../current-user/current-user.js';
import { requestTenant, stateOf } from '../http/request-state.js';
import { announce } from '../http/refusal-headers.js';
import type { Authentication } from '../../engine/authentication.js';

/** What was found, by what the request is for its handler; asked for once, however often injected. */
const found = new WeakMap<Authentication, Promise<FoundUser>>();

const injectUser = createParamDecorator(
  async (_data: unknown, context: ExecutionContext): Promise<User | null> => {
    const http = context.switchToHttp();
    const request = http.getRequest<object>();
    const authentication = stateOf(request);
    const pending =
      found.get(authentication) ?? findCurrentUser(authentication, requestTenant(request));
    found.set(authentication, pending);
    const result = await pending;
    if ('user' in result) return result.user;
    announce(http.getResponse(), result.refusal);
    throw result.refusal.exception;
  },
);

/**
 * Injects the user of the request, as the Backend API describes them: a `User`, or null where nobody
 * is signed in or a program without a user calls. Fetched at most once for a request; the option
 * `userCacheTtlInMs` keeps it for others, so it can't be written to. Where the user no longer exists
 * the answer is 401, where Clerk can't be asked 503.
 *
 * @example
 * ```ts
 * @Get('me') @UseGuards(ClerkAuthGuard)
 * show(@CurrentUser() user: User) {
 *   return user.primaryEmailAddress?.emailAddress;
 * }
 * ```
 */
export function CurrentUser(): ParameterDecorator {
  return injectUser();
}

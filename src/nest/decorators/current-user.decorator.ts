import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { CurrentUserPipe } from '../current-user/current-user.pipe.js';

const injectRequest = createParamDecorator((_data: unknown, context: ExecutionContext): object =>
  context.switchToHttp().getRequest(),
);

/**
 * Injects the user of the request, as the Backend API describes them: a `User`, or null where nobody
 * is signed in or a program without a user calls. Fetched at most once for a request; the option
 * `userCacheTtlInMs` keeps it for others. Where the user no longer exists the answer is 401, where
 * Clerk can't be asked 503.
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
  return injectRequest(CurrentUserPipe);
}

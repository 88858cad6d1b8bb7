import type { AuthObject } from '../engine/auth/index.js';
import type { PendingSessionOptions } from '../engine/authentication.js';
import { stateOf } from './http/request-state.js';

/**
 * The auth object of a request.
 *
 * @param request The request, as Express or Fastify hands it out.
 * @param options `treatPendingAsSignedOut`: whether a session with pending tasks counts as signed
 * out (default: true).
 * @throws ClerkConfigurationError when the request did not come through an application with
 * `ClerkModule`.
 *
 * @example
 * ```ts
 * @Get()
 * show(@Req() request: Request) {
 *   const { userId } = getAuth(request);
 * }
 * ```
 */
export function getAuth(request: object, options?: PendingSessionOptions): AuthObject {
  return stateOf(request).toAuth(options);
}

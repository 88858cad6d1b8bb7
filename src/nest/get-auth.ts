import type { AuthObjectFor, SessionAuthObject } from '../engine/auth/index.js';
import type { AuthOptions, PendingSessionOptions } from '../engine/authentication.js';
import { type AcceptedTokens, TokenType } from '../engine/token-type.js';
import { stateOf } from './http/request-state.js';

/** The type of {@link getAuth}: what it returns follows `acceptsToken`. */
export interface GetAuth {
  <const Accepted extends AcceptedTokens>(
    request: object,
    options: PendingSessionOptions & { acceptsToken: Accepted },
  ): AuthObjectFor<Accepted>;
  (request: object, options?: PendingSessionOptions): SessionAuthObject;
}

/**
 * The auth object of a request: of a session, unless `acceptsToken` names other kinds of token.
 *
 * @param request The request, as Express or Fastify hands it out.
 * @param options `acceptsToken`: the kinds of token that count (default: `session_token`);
 * `treatPendingAsSignedOut`: whether a session with pending tasks counts as signed out (default: true).
 * @throws ClerkConfigurationError when the request did not come through an application with
 * `ClerkModule`, or when nobody has verified a kind that is asked for.
 *
 * @example
 * ```ts
 * @Get()
 * show(@Req() request: Request) {
 *   const auth = getAuth(request);
 *   if (!auth.userId) return 'a visitor';
 *   return auth.sessionId; // signed in
 * }
 * ```
 */
export const getAuth: GetAuth = (request: object, options?: AuthOptions) => {
  const acceptsToken = options?.acceptsToken ?? TokenType.SessionToken;
  const auth = stateOf(request).toAuth({ ...options, acceptsToken });
  // The engine returns an object of the kinds that were asked for; no type can follow it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return auth as never;
};

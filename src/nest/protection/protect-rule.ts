import type { IncomingMessage } from 'node:http';
import type { RoutePatterns } from '../../route-matcher/route-patterns.js';
import type { RequestAuth } from '../http/request-auth.js';

/** Nothing, or what `auth.protect()` returned. A boolean could be meant either way. */
type Answer = void | object;

/**
 * Calls `auth.protect()` for requests that may not go on without.
 *
 * @param auth The `req.auth` of the request.
 * @param request Node's request.
 * @returns Nothing. Should untyped code return false or null, the request is refused, as one that
 * nobody is signed in on.
 */
export type ProtectFunction = (
  auth: RequestAuth,
  request: IncomingMessage,
) => Answer | Promise<Answer>;

/**
 * Which routes are protected: those that match patterns, all but those, or as a function says.
 *
 * @example
 * ```ts
 * ClerkModule.forRoot({ protect: ['/admin(.*)', /^\/reports\//] });
 * ClerkModule.forRoot({ protect: { except: ['/', '/sign-in(.*)', '/assets/(.*)'] } });
 * const isAdmin = createRouteMatcher('/admin(.*)');
 * ClerkModule.forRoot({
 *   protect: (auth, req) => {
 *     if (isAdmin(req)) auth.protect({ role: 'org:admin' });
 *   },
 * });
 * ```
 */
export type ProtectRule = RoutePatterns | { readonly except: RoutePatterns } | ProtectFunction;

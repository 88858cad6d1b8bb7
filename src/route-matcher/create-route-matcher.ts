import { compilePatterns, ROUTE_STYLE } from './compile-patterns.js';
import { requestPathOf } from './request-path.js';
import type { RoutePatterns } from './route-patterns.js';

/** Says whether a request is for one of the routes that it was made for. */
export type RouteMatcher<Request> = (request: Request) => boolean;

/**
 * Makes a test of requests by their paths, as `createRouteMatcher()` of `@clerk/nextjs` does: any of
 * the patterns may match; strings in any case, with or without a slash at the end.
 *
 * The path is that of the URL, decoded once, with doubled slashes collapsed. A router may read a path
 * in another way, so guard handlers, not paths, where it matters.
 *
 * @param patterns Strings in the syntax of `path-to-regexp` 6.3, regular expressions, a list of
 * both; or a function of the request, which then is the matcher.
 * @returns A function of the request that Express, Fastify or Node hand out, or of a web `Request`.
 * It throws ClerkBadRequestException for a path that is malformed.
 * @throws ClerkConfigurationError that names the pattern which is missing, blank or can't be read.
 *
 * @example
 * ```ts
 * const isAdmin = createRouteMatcher(['/admin(.*)', '/orgs/:slug/settings']);
 * app.use((req, res, next) => (isAdmin(req) ? requireAuth()(req, res, next) : next()));
 * ```
 */
export function createRouteMatcher<Request extends object = object>(
  patterns: RoutePatterns | RouteMatcher<Request>,
): RouteMatcher<Request> {
  if (typeof patterns === 'function') return patterns;
  const matches = compilePatterns(patterns, 'createRouteMatcher(): patterns', ROUTE_STYLE);
  return (request) => matches(requestPathOf(request));
}

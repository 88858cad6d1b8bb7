import type { Authentication } from '../../engine/authentication.js';
import { protectedPaths } from '../../route-matcher/protected-paths.js';
import type { NodeRequest } from '../http/node-request.js';
import { refuse } from '../http/refusal.js';
import { requestAuthOf } from '../http/request-state.js';
import { setHeaders } from '../http/response-state.js';
import type { ProtectRule } from './protect-rule.js';

/** Whether a request may go on. */
type Check = (request: NodeRequest, authentication: Authentication) => boolean | Promise<boolean>;

/** Enforces the extra `protect`. */
export class Protection {
  readonly #allows: Check;
  /** The requests that have been let on, by the path that they had then: it can be rewritten. */
  readonly #passed = new WeakMap<NodeRequest, string | undefined>();

  /** @throws ClerkConfigurationError when a pattern can't be read. */
  constructor(rule: ProtectRule) {
    this.#allows = typeof rule === 'function' ? byFunction(rule) : byPath(protectedPaths(rule));
  }

  /**
   * Lets a request on, or throws the exception that Nest answers it with.
   *
   * @param response Gets the headers that belong to the answer.
   */
  async enforce(
    request: NodeRequest,
    response: unknown,
    authentication: Authentication,
  ): Promise<void> {
    if (this.#passed.has(request) && this.#passed.get(request) === request.url) return;
    if (!(await this.#allows(request, authentication))) {
      const { exception, headers } = refuse(authentication);
      setHeaders(response, headers);
      throw exception;
    }
    this.#passed.set(request, request.url);
  }
}

function byPath(isProtected: (target: string) => boolean): Check {
  return ({ url = '/', originalUrl = url }, authentication) =>
    // Routers go by the one, and what is mounted below them by the other.
    !(isProtected(originalUrl) || (url !== originalUrl && isProtected(url))) ||
    authentication.toAuth().isAuthenticated;
}

/** Throws by itself; untyped code that says no in another way is understood. */
function byFunction(rule: Extract<ProtectRule, (...args: never[]) => unknown>): Check {
  return async (request) => {
    const answer: unknown = await rule(requestAuthOf(request), request);
    return answer !== false && answer !== null;
  };
}

/**
 * Whether a browser only asks if it may ask: it sends no credentials with that, so a demand for them
 * would close a route for every other origin. Only CORS middleware, which comes later, answers it.
 */
export function isPreflight({ method, headers }: NodeRequest): boolean {
  const asks = headers['access-control-request-method'] !== undefined;
  return method === 'OPTIONS' && headers.origin !== undefined && asks;
}

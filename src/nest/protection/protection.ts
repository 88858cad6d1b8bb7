import type { Authentication } from '../../engine/authentication.js';
import { protectedPaths } from '../../route-matcher/protected-paths.js';
import type { NodeRequest } from '../http/node-request.js';
import { refuse } from '../http/refusal.js';
import { requestAuthOf } from '../http/request-state.js';
import { announce } from '../http/refusal-headers.js';
import type { ProtectRule } from './protect-rule.js';

/** Whether a request may go on. */
type Check = (request: NodeRequest, authentication: Authentication) => boolean | Promise<boolean>;

/** Enforces the extra `protect`. */
export class Protection {
  readonly #allows: Check;
  /** The requests that have been let on, as they were then: method and path can be rewritten. */
  readonly #passed = new WeakMap<NodeRequest, string>();

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
    const asked = `${request.method} ${request.url}`;
    if (this.#passed.get(request) === asked) return;
    if (!(await this.#allows(request, authentication))) {
      const refusal = refuse(authentication);
      announce(response, refusal);
      throw refusal.exception;
    }
    this.#passed.set(request, asked);
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

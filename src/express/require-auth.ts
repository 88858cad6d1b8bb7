import type { IncomingMessage, ServerResponse } from 'node:http';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { toHttpException } from '../nest/http/exceptions.js';
import { headerAddress } from '../nest/http/redirect-address.js';
import { unavailable } from '../nest/http/refusal.js';
import { hasState, stateOf } from '../nest/http/request-state.js';
import { urlOrPath } from '../options/option-checks.js';
import {
  clerkMiddleware,
  type ClerkMiddlewareOptions,
  type ClerkRequestHandler,
} from './clerk-middleware.js';

/**
 * Middleware that lets only requests of users on: everybody else, whatever they ask for, is sent with
 * 302 to the option `signInUrl`, else to `CLERK_SIGN_IN_URL`, else to `/`. Where Clerk would have to
 * be asked and can't be, the answer is 503. For handlers of Nest use `ClerkAuthGuard`, which answers
 * scripts with 401 and brings browsers back to where they were.
 *
 * @param options As those of {@link clerkMiddleware}. They authenticate only requests that nobody has
 * authenticated yet, and are looked at when the first of those comes.
 * @throws ClerkConfigurationError for a `signInUrl` that is none.
 * @example
 * ```ts
 * app.get('/path', requireAuth(), hasPermission, (req, res) => res.json(req.auth));
 * ```
 */
export function requireAuth<Request extends IncomingMessage = IncomingMessage>(
  options: ClerkMiddlewareOptions = {},
): ClerkRequestHandler<Request> {
  assertPage(options.signInUrl);
  const authenticator = new LazyMiddleware(options);
  return async (request, response, next) => {
    try {
      await authenticator.run(request, response, (error) => {
        if (error !== undefined) return next(error);
        assertSameInstance(request, options);
        demandUser(request, response, next, options.signInUrl);
      });
    } catch (error) {
      next(toHttpException(error));
    }
  };
}

/** Made when it is needed: where other middleware has authenticated there may be no keys for it. */
class LazyMiddleware {
  #middleware: ClerkRequestHandler | undefined;

  constructor(private readonly options: ClerkMiddlewareOptions) {}

  async run(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    if (hasState(request)) return next();
    this.#middleware ??= clerkMiddleware(this.options);
    await this.#middleware(request, response, next);
  }
}

function demandUser(
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  signInUrl: string | undefined,
): void {
  const authentication = stateOf(request);
  const outage = unavailable(authentication);
  if (outage) return next(outage.exception);
  const auth = authentication.toAuth();
  if ('userId' in auth && auth.userId) return next();
  const page = signInUrl?.trim() || process.env['CLERK_SIGN_IN_URL']?.trim() || '/';
  assertPage(page);
  response.writeHead(302, { Location: headerAddress(page) }).end();
}

/** Whom another instance knows is nobody here. */
function assertSameInstance(request: IncomingMessage, { publishableKey }: ClerkMiddlewareOptions) {
  const known = stateOf(request).instance.publishableKey;
  if (!publishableKey || !known || publishableKey === known) return;
  throw new ClerkConfigurationError(
    'requireAuth() has the publishableKey of another instance than the one that this request was ' +
      'authenticated by before. Use clerkMiddleware((req) => options) for several instances.',
  );
}

function assertPage(signInUrl: string | undefined): void {
  const page = signInUrl?.trim();
  const problem = page ? urlOrPath(page) : undefined;
  if (!problem) return;
  throw new ClerkConfigurationError(
    `requireAuth(): signInUrl (environment variable CLERK_SIGN_IN_URL) ${problem}.`,
  );
}

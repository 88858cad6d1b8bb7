import type { IncomingMessage, ServerResponse } from 'node:http';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ClerkModuleExtras, ClerkOptions } from '../clerk-options.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import { KeyLog } from '../nest/health/key-log.js';
import { ClerkMiddleware } from '../nest/http/clerk-middleware.js';
import { hasState } from '../nest/http/request-state.js';
import { ProxyGate } from '../nest/proxy/proxy-gate.js';
import { RequestAuthenticator } from '../nest/request-authenticator.js';
import { readSettings, type Settings, tenantsOf } from '../tenants/settings.js';

/** What is one for an application, and never computed for a request. */
export type ClerkMiddlewareExtras = Pick<ClerkModuleExtras, 'frontendApiProxy'>;

/** What {@link clerkMiddleware} takes: every option of `ClerkModule.forRoot()` about Clerk, but for `acceptsToken`. */
export type ClerkMiddlewareOptions = Omit<ClerkOptions, 'acceptsToken'> & ClerkMiddlewareExtras;

/** Computes the options of a request, for several domains with keys of their own. */
export type ClerkMiddlewareOptionsCallback<Request extends IncomingMessage = IncomingMessage> = (
  request: Request,
) => ComputedOptions | Promise<ComputedOptions>;

type ComputedOptions = Omit<ClerkMiddlewareOptions, keyof ClerkMiddlewareExtras>;

/** Middleware of Express, or of anything that hands out Node's request and response. */
export type ClerkRequestHandler<Request extends IncomingMessage = IncomingMessage> = (
  request: Request,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void | Promise<void>;

/**
 * Middleware that authenticates requests by tokens of any kind and lets all of them on: `req.auth`
 * and `getAuth(req)` say who it is. A request that `ClerkModule`, another `clerkMiddleware()` or
 * `requireAuth()` has processed is not processed again. In a Nest application `ClerkModule.forRoot()`
 * does this by itself; this is for plain Express, inside of one or without.
 *
 * What the options leave out is read from the environment: for an object at once, so call it after a
 * `.env` file is loaded; for a function at each request, and keys only where it names none.
 *
 * @param options The options, or a function that computes them from each request.
 * @param extras Beside a function: `frontendApiProxy`.
 * @throws ClerkConfigurationError for options that can't work; those of a function are passed to
 * `next`.
 * @example
 * ```ts
 * app.use(clerkMiddleware());
 * app.use(clerkMiddleware((req: Request) => OPTIONS.get(req.hostname) ?? DEFAULT));
 * ```
 */
export function clerkMiddleware<Request extends IncomingMessage = IncomingMessage>(
  options: ClerkMiddlewareOptions | ClerkMiddlewareOptionsCallback<Request> = {},
  extras: ClerkMiddlewareExtras = {},
): ClerkRequestHandler<Request> {
  const reportKeys = new KeyLog().note;
  const settings = settingsOf(options, extras, reportKeys);
  const tenants = tenantsOf(settings, undefined, reportKeys);
  const gate = new ProxyGate(settings.proxy, tenants);
  const middleware = new ClerkMiddleware(new RequestAuthenticator(tenants));
  return (request, response, next) => {
    if (hasState(request)) return next();
    if (gate.take(request, response, next)) return;
    return middleware.handle(request, response, next);
  };
}

function settingsOf<Request extends IncomingMessage>(
  options: ClerkMiddlewareOptions | ClerkMiddlewareOptionsCallback<Request>,
  { frontendApiProxy }: ClerkMiddlewareExtras,
  reportKeys: ReportKeyEvent,
): Settings {
  // The framework's request is Node's, with more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const known = options as ClerkMiddlewareOptions | ClerkMiddlewareOptionsCallback;
  const given =
    typeof known === 'function'
      ? async (request: IncomingMessage) => ofAnyKind(await known(request))
      : ofAnyKind(known);
  const context = { environment: process.env, report: () => {}, reportKeys, frontendApiProxy };
  return readSettings(given, context);
}

/** Which kinds count is said where the request is looked at, as with the vendor's. */
function ofAnyKind(options: ClerkMiddlewareOptions): ClerkOptions {
  if (typeof options !== 'object' || options === null) {
    throw new ClerkConfigurationError(
      'clerkMiddleware() takes an options object, or a function that returns one.',
    );
  }
  if (!('acceptsToken' in options) || options.acceptsToken === undefined) {
    return { ...options, acceptsToken: 'any' };
  }
  throw new ClerkConfigurationError(
    'clerkMiddleware() and requireAuth() verify every kind of token and take no acceptsToken: ask ' +
      'getAuth(req, { acceptsToken }) where the request is handled.',
  );
}

import type { IncomingMessage } from 'node:http';
import type { PageOptions } from './engine/pages.js';
import type { AuditMode } from './nest/audit/audit-check.js';
import type { MachineTokenCacheOptions } from './options/machine-token-cache-options.js';
import type { AuthenticationClient } from './request/authentication-client.js';
import type { ConnectionOptions, TokenDemands } from './request/authenticate-request-options.js';
import type { FrontendApiProxyOptions } from './proxy/frontend-api-proxy-options.js';
import type { TenantsOptions } from './tenants/tenants-options.js';
import type { ProtectRule } from './nest/protection/protect-rule.js';

/** An option that is the same for every request, or follows from the URL that a client asked for. */
export type ValueOrUrlFunction<Value> = Value | ((url: URL) => Value);

/**
 * What an application tells us about its Clerk instance and its rules. Names are the vendor's.
 *
 * These can be set by an environment variable too, and an option given here wins: `publishableKey`
 * by `CLERK_PUBLISHABLE_KEY`, `secretKey` by `CLERK_SECRET_KEY`, `machineSecretKey` by
 * `CLERK_MACHINE_SECRET_KEY`, `jwtKey` by `CLERK_JWT_KEY`, `apiUrl` by `CLERK_API_URL`, `apiVersion`
 * by `CLERK_API_VERSION`, `proxyUrl` by `CLERK_PROXY_URL`, `domain` by `CLERK_DOMAIN`, `isSatellite`
 * by `CLERK_IS_SATELLITE`, `signInUrl` by `CLERK_SIGN_IN_URL`, `signUpUrl` by `CLERK_SIGN_UP_URL`.
 */
export interface ClerkOptions extends ConnectionOptions, TokenDemands, PageOptions {
  /** Where browsers reach the Frontend API for the handshake: a URL, or a path of this application. */
  proxyUrl?: ValueOrUrlFunction<string | undefined>;
  /** The domain of a satellite, for example `satellite.example`. */
  domain?: ValueOrUrlFunction<string | undefined>;
  /** Whether this is a satellite, which shares the sessions of a primary on another domain. Default: false. */
  isSatellite?: ValueOrUrlFunction<boolean | undefined>;
  /**
   * Whether a satellite asks the primary about visitors without any cookie. Default: false, so that
   * the first page of a visitor costs no redirect.
   */
  satelliteAutoSync?: boolean;
  /**
   * The client that makes the Backend API calls of authentication, and that is injected as
   * `ClerkClient`: ours or the vendor's. Keys still come from the options. Default: one made from the
   * keys.
   */
  clerkClient?: AuthenticationClient;
  /**
   * How many verified session tokens and JWTs are remembered, so that none is decoded and none of
   * its signatures checked twice: `{ max }`, by default 10,000; `false` for none. Whatever else is
   * asked of a token is asked each time.
   */
  tokenCache?: TokenCacheOptions | false;
  /**
   * For how long a user that `@CurrentUser()` has fetched is used for other requests too, in
   * milliseconds. Default: 0, so that what has been changed is seen at once.
   */
  userCacheTtlInMs?: number;
  /**
   * What Clerk says about opaque tokens of programs (API keys, M2M tokens, OAuth access tokens) is
   * taken for granted for a moment, instead of asked for by each request. A token that is revoked or
   * deleted through a client of this package, the injected one above all, counts no more from then
   * on; one that is revoked elsewhere (in the Dashboard, by another process, by the vendor's client
   * also where it is the option `clerkClient`) is taken until its `ttlInMs` is over. That Clerk could
   * not be reached is never remembered. Default: up to 10,000 tokens, for 10 seconds where they are
   * good and for 2 where they are not. `false`: each request asks.
   */
  machineTokenCache?: MachineTokenCacheOptions | false;
  /**
   * Whether browsers are sent to Clerk when only Clerk can tell their session. Without it they are
   * signed out instead, and no response header or cookie of Clerk's is set. Default: true.
   */
  enableHandshake?: boolean;
  /** Whether each request is explained in the log: what it was, and why it was signed out. Default: false. */
  debug?: boolean;
}

/** How many verified tokens are remembered; see the option `tokenCache`. */
export interface TokenCacheOptions {
  /**
   * The most tokens there can be, from 2 to 10,000,000. Give twice as many as are in use at a time: they
   * are kept in two generations, of which each lasts for a minute at most while new tokens come. A
   * token takes about 3 KB. Default: 10,000.
   */
  max?: number;
}

/** What shapes the application itself and so is fixed before any option is read. */
export interface ClerkModuleExtras {
  /** Whether other modules get at the module's providers without importing it. Default: true. */
  isGlobal?: boolean;
  /**
   * Whether `ClerkAuthGuard` protects every handler that is not `@Public()`. Default: false. Given
   * beside `useFactory`, not among what it returns.
   */
  globalGuard?: boolean;
  /**
   * What happens about handlers that are neither protected nor `@Public()`: with `error` the
   * application refuses to boot and names them, with `warn` the log does. Default: `off`. Given
   * beside `useFactory`, as `globalGuard` is.
   */
  audit?: AuditMode;
  /**
   * Routes that are protected in front of everything, also those that are no handlers of Nest's
   * (static files, another router): patterns, everything `except` patterns, or a function that calls
   * `auth.protect()`. Given beside `useFactory`, as `globalGuard` is.
   */
  protect?: ProtectRule;
  /**
   * A proxy to the Frontend API, for browsers that can't reach Clerk: requests under its path go
   * there before anything else of the application, and `proxyUrl` follows from it unless it is given.
   * The address is Clerk's, or that of `CLERK_FAPI_URL`. Given among the options, by the factory or
   * beside it; one for the application, whose requests go out with the keys of their tenant.
   */
  frontendApiProxy?: FrontendApiProxyOptions;
}

/** Computes the options of a request, for several domains or tenants with keys of their own. */
export type ClerkOptionsCallback = (
  request: IncomingMessage,
) => ClerkOptions | Promise<ClerkOptions>;

/** What `ClerkModule.forRootAsync()` gets from its factory. */
export type ClerkSettings =
  | (ClerkOptions & { tenants?: TenantsOptions } & Pick<ClerkModuleExtras, 'frontendApiProxy'>)
  | ClerkOptionsCallback;

/** What `ClerkModule.forRoot()` takes. */
export type ClerkModuleOptions = ClerkOptions & { tenants?: TenantsOptions } & ClerkModuleExtras;

/** A class that provides the options, for `ClerkModule.forRootAsync({ useClass })`. */
export interface ClerkOptionsFactory {
  /** Called once, while the application boots. */
  createClerkOptions(): ClerkSettings | Promise<ClerkSettings>;
}

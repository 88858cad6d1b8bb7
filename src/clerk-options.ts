/**
 * What an application tells us about its Clerk instance and its rules. Every option is optional
 * where the environment variable named with it is set; an option given here wins. Names are the
 * vendor's.
 */
export interface ClerkOptions {
  /** `CLERK_PUBLISHABLE_KEY`: the instance's publishable key (`pk_test_…`, `pk_live_…`). Required. */
  publishableKey?: string;
  /**
   * `CLERK_SECRET_KEY`: the instance's secret key. Required unless `jwtKey` is given; without it
   * nothing can be asked of the Backend API.
   */
  secretKey?: string;
  /**
   * `CLERK_JWT_KEY`: the instance's public key as PEM. With it tokens verify without any network.
   * Accepted on one line and without header and footer.
   */
  jwtKey?: string;
  /** `CLERK_API_URL`: the Backend API's address. Default: `https://api.clerk.com`. */
  apiUrl?: string;
  /** `CLERK_API_VERSION`: the path segment before every operation. Default: `v1`. */
  apiVersion?: string;
  /** `CLERK_PROXY_URL`: where browsers reach the Frontend API for the handshake, a URL or a path of this application. */
  proxyUrl?: string;
  /** `CLERK_SIGN_IN_URL`: your sign-in page, a URL or a path. Default: the instance's account portal. */
  signInUrl?: string;
  /** `CLERK_SIGN_UP_URL`: your sign-up page, a URL or a path. Checked, and kept for a later version: no effect yet. */
  signUpUrl?: string;
  /** Audiences: a token that names any (`aud`) must name one of these. */
  audience?: string | string[];
  /**
   * Origins that may have asked for a token (`azp`), for example `['https://example.com']`. Protects
   * against a sibling subdomain that plants or replays session cookies. Recommended in production.
   */
  authorizedParties?: string[];
  /** How far clocks may disagree, in milliseconds. Default: 5000. */
  clockSkewInMs?: number;
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
}

/** What `ClerkModule.forRoot()` takes. */
export type ClerkModuleOptions = ClerkOptions & ClerkModuleExtras;

/** A class that provides the options, for `ClerkModule.forRootAsync({ useClass })`. */
export interface ClerkOptionsFactory {
  /** Called once, while the application boots. */
  createClerkOptions(): ClerkOptions | Promise<ClerkOptions>;
}

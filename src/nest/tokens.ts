/** What the application was configured with, checked. Internal. */
export const CLERK_OPTIONS = Symbol.for('clerk-nestjs:options');

/** Says which tenant a request is for. Internal. */
export const CLERK_TENANTS = Symbol.for('clerk-nestjs:tenants');

/**
 * Options that take the place of the application's own connection to Clerk while it is tested;
 * provided by `ClerkTestingModule` of `clerk-nestjs/testing` and by nothing else. Internal.
 */
export const CLERK_TESTING_OPTIONS = Symbol.for('clerk-nestjs:testing-options');

/** The routes that are protected in front of everything; not there without the extra. Internal. */
export const CLERK_PROTECTION = Symbol.for('clerk-nestjs:protection');

/** What happens about handlers that are neither protected nor public. Internal. */
export const CLERK_AUDIT = Symbol.for('clerk-nestjs:audit');

/** The option `frontendApiProxy` as it was given beside the options; a value that may be undefined. Internal. */
export const CLERK_PROXY_OPTIONS = Symbol.for('clerk-nestjs:proxy-options');

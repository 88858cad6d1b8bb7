/** The options as resolved and checked. Internal. */
export const CLERK_OPTIONS = Symbol.for('clerk-nestjs:options');

/** Gives the instance that a request is authenticated against. Internal. */
export const CLERK_INSTANCE = Symbol.for('clerk-nestjs:instance');

/**
 * Options that take the place of the application's own connection to Clerk while it is tested;
 * provided by `ClerkTestingModule` of `clerk-nestjs/testing` and by nothing else. Internal.
 */
export const CLERK_TESTING_OPTIONS = Symbol.for('clerk-nestjs:testing-options');

/** Where browsers are sent to sign in. Internal. */
export const CLERK_SIGN_IN_TARGET = Symbol.for('clerk-nestjs:sign-in-target');

/** What happens about handlers that are neither protected nor public. Internal. */
export const CLERK_AUDIT = Symbol.for('clerk-nestjs:audit');

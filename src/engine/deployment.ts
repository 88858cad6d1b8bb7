import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { PublishableKey } from './publishable-key.js';

/**
 * Where the application that a request came to is deployed, as seen by browsers: on which domain,
 * and how they reach Clerk from there. It can differ from request to request.
 */
export interface Deployment {
  /** Where browsers reach the Frontend API instead: a URL, or a path of the application. */
  readonly proxyUrl?: string | undefined;
  /** The domain of a satellite, without `clerk.` in front. */
  readonly domain?: string | undefined;
  /** Whether sessions are shared with a primary application on another domain. */
  readonly isSatellite?: boolean | undefined;
  /** Whether a satellite asks the primary about visitors without any cookie. */
  readonly satelliteAutoSync?: boolean | undefined;
  /** The sign-in page; a satellite's is on the primary application. */
  readonly signInUrl?: string | undefined;
}

/**
 * Refuses a satellite that could not work: nobody could tell where its Frontend API is, or, on a
 * development instance, where its primary is.
 *
 * @param isDevelopment Whether the keys are a development instance's.
 * @throws ClerkConfigurationError with the rule.
 */
export function assertDeployment(deployment: Deployment, isDevelopment: boolean): void {
  if (!deployment.isSatellite) return;
  const problem = satelliteProblem(deployment, isDevelopment);
  if (problem) throw new ClerkConfigurationError(problem);
}

/** What is wrong with a satellite, in a sentence that names the options. */
export function satelliteProblem(
  { proxyUrl, domain, signInUrl }: Deployment,
  isDevelopment: boolean,
): string | undefined {
  if (isDevelopment && !signInUrl) {
    return (
      'A satellite of a development instance needs signInUrl (environment variable CLERK_SIGN_IN_URL): ' +
      'the absolute URL of the sign-in page on the primary application.'
    );
  }
  if (!proxyUrl && !domain) {
    return (
      'A satellite needs domain (environment variable CLERK_DOMAIN) or ' +
      'proxyUrl (environment variable CLERK_PROXY_URL), so that its Frontend API can be found.'
    );
  }
  return undefined;
}

const RELATIVE_SIGN_IN =
  'signInUrl (environment variable CLERK_SIGN_IN_URL) of a satellite must be the absolute URL of ' +
  'the sign-in page on the primary application.';

/** What is wrong with a satellite's sign-in page, where there is one: it is never its own. */
export function signInProblem({ isSatellite, signInUrl }: Deployment): string | undefined {
  return !isSatellite || !signInUrl || URL.canParse(signInUrl) ? undefined : RELATIVE_SIGN_IN;
}

/**
 * The sign-in page of a satellite's primary.
 *
 * @throws ClerkConfigurationError when it is missing or has no origin.
 */
export function primarySignInUrl({ signInUrl }: Deployment): URL {
  if (signInUrl && URL.canParse(signInUrl)) return new URL(signInUrl);
  throw new ClerkConfigurationError(RELATIVE_SIGN_IN);
}

/**
 * The host of the Frontend API that signs as `iss` for a deployment: a satellite of a production
 * instance has one of its own.
 */
export function frontendApiOf(
  { frontendApi, instanceType }: PublishableKey,
  { isSatellite, domain }: Deployment,
): string {
  return instanceType === 'production' && isSatellite && domain ? `clerk.${domain}` : frontendApi;
}

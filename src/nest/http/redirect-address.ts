import { accountPortalOf } from '../../engine/account-portal.js';
import type { Authentication } from '../../engine/authentication.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { parsePublishableKey } from '../../engine/publishable-key.js';

/** Where a browser that is sent to sign in or up comes back to. */
export interface RedirectOptions {
  /**
   * An absolute URL, or one relative to the request's. Null: nowhere in particular. Default: the URL
   * of the request.
   */
  returnBackUrl?: string | URL | null;
}

/**
 * The address that a browser is sent to for signing in: the option `signInUrl`, else the account
 * portal's page. A session with pending tasks goes to the tasks below it.
 *
 * @throws ClerkConfigurationError where there is neither the option nor a publishable key, or
 * `returnBackUrl` is no URL.
 */
export function signInAddress(authentication: Authentication, options?: RedirectOptions): string {
  const { signInUrl } = authentication.pages;
  return addressOf(signInUrl ?? `${portalOf(authentication)}/sign-in`, authentication, options);
}

/**
 * The address that a browser is sent to for signing up: the option `signUpUrl`, else `/create` below
 * the option `signInUrl`, else the account portal's page.
 *
 * @throws ClerkConfigurationError as {@link signInAddress}.
 */
export function signUpAddress(authentication: Authentication, options?: RedirectOptions): string {
  const { signInUrl, signUpUrl } = authentication.pages;
  const page = signUpUrl ?? (signInUrl && below(signInUrl, 'create', authentication));
  return addressOf(page ?? `${portalOf(authentication)}/sign-up`, authentication, options);
}

/** An address as a header can carry it: what is no visible ASCII character is percent-encoded. */
export function headerAddress(address: string): string {
  // Half of a surrogate pair has no encoding, and stands for no character.
  const whole = address.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return whole.replaceAll(/[^!-~]/gu, encodeURIComponent);
}

function addressOf(
  page: string,
  authentication: Authentication,
  { returnBackUrl }: RedirectOptions = {},
): string {
  const { facts, instance } = authentication;
  const target = isPending(authentication) ? below(page, 'tasks', authentication) : page;
  const url = new URL(target, facts.url.origin);
  const back = returnBackUrl === null ? undefined : readReturn(returnBackUrl, facts.url);
  // Who signs in on the primary comes back without a cookie of the satellite's: it has to ask.
  if (instance.deployment.isSatellite && url.origin !== facts.url.origin) {
    back?.searchParams.set('__clerk_synced', 'false');
  }
  if (back) url.searchParams.set('redirect_url', back.href);
  // A path stays one: the host that the request claims to be for shall not choose where it leads.
  return page.startsWith('/') ? url.href.slice(url.origin.length) : url.href;
}

/** A page further down; what the page's own address has for a query stays behind the path. */
function below(page: string, segment: string, { facts }: Authentication): string {
  const url = new URL(page, facts.url.origin);
  // Pages of a single-page application can be told apart by what follows the `#`.
  const place = url.hash.startsWith('#/') ? 'hash' : 'pathname';
  url[place] = `${url[place].replace(/\/$/, '')}/${segment}`;
  return page.startsWith('/') ? url.href.slice(url.origin.length) : url.href;
}

function readReturn(given: string | URL | undefined, requested: URL): URL {
  const address = String(given || requested);
  if (URL.canParse(address, requested.href)) return new URL(address, requested);
  throw new ClerkConfigurationError(
    'returnBackUrl is no URL: give an absolute one, a path of this application, or null for none.',
  );
}

function portalOf({ instance }: Authentication): string {
  // The key's own host: a satellite's Frontend API has no account portal beside it.
  return accountPortalOf(parsePublishableKey(instance.publishableKey)?.frontendApi ?? '');
}

function isPending(authentication: Authentication): boolean {
  const auth = authentication.toAuth();
  return auth.tokenType === 'session_token' && auth.sessionStatus === 'pending';
}

import { accountPortalOf } from '../../engine/account-portal.js';
import type { InstanceType } from '../../engine/publishable-key.js';

/** What sending a browser to sign in depends on. */
export interface SignInTarget {
  /** The option, a URL or a path of this application; absent: the account portal. */
  readonly signInUrl: string | undefined;
  /** The host that the publishable key names. */
  readonly frontendApi: string;
  readonly instanceType: InstanceType;
}

/**
 * The address that a browser is sent to for signing in.
 *
 * @param target Where sign-in is.
 * @param returnTo Where the browser comes back to.
 * @param isSatellite Whether the application is a satellite, whose sign-in page is elsewhere.
 */
export function signInAddress(
  { signInUrl, frontendApi }: SignInTarget,
  returnTo: URL,
  isSatellite = false,
): string {
  const url = new URL(signInUrl ?? `${accountPortalOf(frontendApi)}/sign-in`, returnTo.origin);
  const back = new URL(returnTo);
  // Who signs in on the primary comes back without a cookie of the satellite's: it has to ask.
  if (isSatellite && url.origin !== back.origin) back.searchParams.set('__clerk_synced', 'false');
  url.searchParams.set('redirect_url', back.href);
  // A path stays one: the host that the request claims to be for shall not choose where it leads.
  return signInUrl?.startsWith('/') ? url.href.slice(url.origin.length) : url.href;
}

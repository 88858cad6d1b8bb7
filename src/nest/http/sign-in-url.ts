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
 */
export function signInAddress({ signInUrl, frontendApi }: SignInTarget, returnTo: URL): string {
  const url = new URL(signInUrl ?? `${accountPortalOf(frontendApi)}/sign-in`, returnTo.origin);
  url.searchParams.set('redirect_url', returnTo.href);
  // A path stays one: the host that the request claims to be for shall not choose where it leads.
  return signInUrl?.startsWith('/') ? url.href.slice(url.origin.length) : url.href;
}

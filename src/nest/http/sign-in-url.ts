import type { InstanceType } from '../../engine/publishable-key.js';

/** What leads from the Frontend API's host to the account portal's. */
const FRONTEND_API_LABEL = /clerk\.accounts\.|clerk\./;

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
  const url = new URL(signInUrl ?? `${accountPortal(frontendApi)}/sign-in`, returnTo.origin);
  url.searchParams.set('redirect_url', returnTo.href);
  // A path stays one: the host that the request claims to be for shall not choose where it leads.
  return signInUrl?.startsWith('/') ? url.href.slice(url.origin.length) : url.href;
}

/** `clerk.example.com` → `accounts.example.com`, `x.clerk.accounts.dev` → `x.accounts.dev`. */
function accountPortal(frontendApi: string): string {
  const host = frontendApi.replace('clerk.accountsstage.', 'accountsstage.');
  return `https://${host.replace(FRONTEND_API_LABEL, 'accounts.')}`;
}

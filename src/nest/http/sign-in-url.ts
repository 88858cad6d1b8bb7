/** What leads from the Frontend API's host to the account portal's. */
const FRONTEND_API_LABEL = /clerk\.accounts\.|clerk\./;

/**
 * The address that a browser is sent to for signing in.
 *
 * @param signInUrl The option, a URL or a path of this application; absent: the account portal.
 * @param frontendApi The host that the publishable key names.
 * @param returnTo Where the browser comes back to.
 */
export function signInAddress(
  signInUrl: string | undefined,
  frontendApi: string,
  returnTo: URL,
): string {
  const url = new URL(signInUrl ?? `${accountPortal(frontendApi)}/sign-in`, returnTo.origin);
  url.searchParams.set('redirect_url', returnTo.href);
  return url.href;
}

/** `clerk.example.com` → `accounts.example.com`, `x.clerk.accounts.dev` → `x.accounts.dev`. */
function accountPortal(frontendApi: string): string {
  const host = frontendApi.replace('clerk.accountsstage.', 'accountsstage.');
  return `https://${host.replace(FRONTEND_API_LABEL, 'accounts.')}`;
}

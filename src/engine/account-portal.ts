import { publishableKeyMissing } from './publishable-key.js';

/** What leads from the Frontend API's host to the account portal's. */
const FRONTEND_API_LABEL = /clerk\.accounts\.|clerk\./;

/** What the hosts of account portals of development instances end in, past ones and present ones. */
const LEGACY_SUFFIXES = ['.lcl.dev', '.lclstage.dev', '.lclclerk.com'];
const CURRENT_SUFFIXES = ['.accounts.dev', '.accountsstage.dev', '.accounts.lclclerk.com'];

/**
 * The origin of an instance's account portal: `clerk.example.com` → `https://accounts.example.com`,
 * `x.clerk.accounts.dev` → `https://x.accounts.dev`.
 *
 * @param frontendApi The Frontend API's host.
 * @throws ClerkConfigurationError when there is none, for want of a publishable key.
 */
export function accountPortalOf(frontendApi: string): string {
  if (!frontendApi) throw publishableKeyMissing();
  const host = frontendApi.replace('clerk.accountsstage.', 'accountsstage.');
  return `https://${host.replace(FRONTEND_API_LABEL, 'accounts.')}`;
}

/** Whether a host is the account portal of some development instance. */
export function isDevelopmentAccountPortal(host: string): boolean {
  const isLegacy =
    host.startsWith('accounts.') && LEGACY_SUFFIXES.some((suffix) => host.endsWith(suffix));
  const isCurrent = CURRENT_SUFFIXES.some(
    // The Frontend APIs of those instances live beside them.
    (suffix) => host.endsWith(suffix) && !host.endsWith(`.clerk${suffix}`),
  );
  return isLegacy || isCurrent;
}

import type { WorldInstance } from './world.js';

/** Where an instance's account portal is, by the naming that Clerk gives them. */
export function accountPortalOf({ frontendApi }: WorldInstance): string {
  const host = frontendApi
    .replace('.clerk.accounts.', '.accounts.')
    .replace('.clerk.accountsstage.', '.accountsstage.')
    .replace(/^clerk\./, 'accounts.');
  return `https://${host}`;
}

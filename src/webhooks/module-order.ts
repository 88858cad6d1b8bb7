import type { ModulesContainer } from '@nestjs/core';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { CLERK_OPTIONS, CLERK_PROTECTION } from '../nest/tokens.js';
import { isPlainObject } from '../plain-object.js';
import { CLERK_WEBHOOK_SETTINGS } from './tokens.js';

/**
 * Of two modules the first that is imported sees requests first. `ClerkModule` answers some by itself:
 * those to protected routes, and those that are for no tenant; deliveries could be among them.
 *
 * @throws ClerkConfigurationError where `ClerkModule` could refuse deliveries.
 */
export function assertReachable(modules: ModulesContainer): void {
  const all = [...modules.values()];
  const own = all.findIndex(({ providers }) => providers.has(CLERK_WEBHOOK_SETTINGS));
  const reason = all.slice(0, own).map(whyRefused).find(Boolean);
  if (reason === undefined) return;
  throw new ClerkConfigurationError(
    `ClerkModule comes before ClerkWebhookModule and has ${reason}, so that it could refuse deliveries, ` +
      'which come from nobody who is signed in. Import ClerkWebhookModule before ClerkModule.',
  );
}

function whyRefused({
  providers,
}: {
  readonly providers: ReadonlyMap<unknown, { readonly instance: unknown }>;
}): string | undefined {
  if (providers.has(CLERK_PROTECTION)) return 'the extra protect';
  const settings = providers.get(CLERK_OPTIONS)?.instance;
  return isPlainObject(settings) && settings.kind === 'per-request'
    ? 'options for each request'
    : undefined;
}

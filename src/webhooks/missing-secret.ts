import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { WebhookHandler } from './handlers/webhook-handler.js';
import { SECRET_VARIABLE } from './signature/signing-secrets.js';

/** @param handlers Those that could never run. */
export function missingSecret(handlers: readonly WebhookHandler[]): ClerkConfigurationError {
  const names = handlers.map(({ name }) => name).join(', ');
  return new ClerkConfigurationError(
    `signingSecret (environment variable ${SECRET_VARIABLE}) is missing, and without it no event can ` +
      `reach ${names}. Copy it from the endpoint in the Clerk Dashboard, Webhooks, or pass several as signingSecrets.`,
  );
}

/** What `ClerkWebhookModule` was configured with, checked. Internal. */
export const CLERK_WEBHOOK_SETTINGS = Symbol.for('clerk-nestjs:webhook-settings');

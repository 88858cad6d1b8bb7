export { verifyWebhook, type VerifyWebhookOptions, type WebhookRequest } from './verify-webhook.js';
export {
  WebhookVerificationError,
  type WebhookVerificationReason,
} from './webhook-verification-error.js';

export { ClerkWebhookModule } from './clerk-webhook.module.js';
export type { ClerkWebhookOptions, ClerkWebhookOptionsFactory } from './webhook-options.js';
export {
  type EventDecorator,
  type EventPattern,
  type EventsOf,
  OnClerkEvent,
} from './on-clerk-event.decorator.js';
export type { WebhookDelivery } from './webhook-delivery.js';

export {
  InMemoryDeliveryStore,
  type InMemoryDeliveryStoreOptions,
} from './delivery/in-memory-delivery-store.js';
export type {
  ClaimResult,
  HandlerRun,
  WebhookDeliveryStore,
} from './delivery/webhook-delivery-store.js';

export { isWebhookEventType, WEBHOOK_EVENT_TYPES } from './events/event-types.js';
export type { WebhookEventData } from './events/webhook-event-data.js';
export type {
  BillingPaymentAttemptWebhookEvent,
  BillingSubscriptionItemWebhookEvent,
  BillingSubscriptionWebhookEvent,
  EmailWebhookEvent,
  OrganizationDomainWebhookEvent,
  OrganizationInvitationAcceptedWebhookEvent,
  OrganizationInvitationWebhookEvent,
  OrganizationMembershipWebhookEvent,
  OrganizationWebhookEvent,
  PermissionWebhookEvent,
  RoleWebhookEvent,
  SessionWebhookEvent,
  SMSWebhookEvent,
  UserWebhookEvent,
  WaitlistEntryWebhookEvent,
  Webhook,
  WebhookEvent,
  WebhookEventAttributes,
  WebhookEventOf,
  WebhookEventType,
} from './events/webhook-event.js';
// What events are about: the names are listed there.
export type * from './events/exports.js';

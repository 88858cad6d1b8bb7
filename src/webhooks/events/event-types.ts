import type { WebhookEventType } from './webhook-event.js';

/** By name, so that the compiler asks for those that are missing. */
const KNOWN: Readonly<Record<WebhookEventType, true>> = {
  'email.created': true,
  'organization.created': true,
  'organization.updated': true,
  'organization.deleted': true,
  'organizationDomain.created': true,
  'organizationDomain.updated': true,
  'organizationDomain.deleted': true,
  'organizationInvitation.created': true,
  'organizationInvitation.accepted': true,
  'organizationInvitation.revoked': true,
  'organizationMembership.created': true,
  'organizationMembership.updated': true,
  'organizationMembership.deleted': true,
  'paymentAttempt.created': true,
  'paymentAttempt.updated': true,
  'permission.created': true,
  'permission.updated': true,
  'permission.deleted': true,
  'role.created': true,
  'role.updated': true,
  'role.deleted': true,
  'session.created': true,
  'session.pending': true,
  'session.ended': true,
  'session.removed': true,
  'session.revoked': true,
  'sms.created': true,
  'subscription.created': true,
  'subscription.updated': true,
  'subscription.active': true,
  'subscription.pastDue': true,
  'subscriptionItem.abandoned': true,
  'subscriptionItem.active': true,
  'subscriptionItem.canceled': true,
  'subscriptionItem.created': true,
  'subscriptionItem.ended': true,
  'subscriptionItem.freeTrialEnding': true,
  'subscriptionItem.incomplete': true,
  'subscriptionItem.pastDue': true,
  'subscriptionItem.upcoming': true,
  'subscriptionItem.updated': true,
  'user.created': true,
  'user.updated': true,
  'user.deleted': true,
  'waitlistEntry.created': true,
  'waitlistEntry.updated': true,
};

/** The names of all events that this version knows. */
export const WEBHOOK_EVENT_TYPES: readonly WebhookEventType[] =
  Object.keys(KNOWN).filter(isWebhookEventType);

/** Whether an event has a name that this version knows. */
export function isWebhookEventType(name: string): name is WebhookEventType {
  return Object.hasOwn(KNOWN, name);
}

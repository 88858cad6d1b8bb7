import type { BillingPaymentAttemptWebhookEventJSON } from './billing-payment.js';
import type {
  BillingSubscriptionItemWebhookEventJSON,
  BillingSubscriptionWebhookEventJSON,
} from './billing-subscription.js';
import type { DeletedObjectJSON, UserDeletedJSON } from './deleted-object.js';
import type { EmailJSON, SMSMessageJSON } from './email-and-sms.js';
import type {
  OrganizationInvitationAcceptedJSON,
  OrganizationInvitationWebhookEventJSON,
} from './organization-invitation.js';
import type { OrganizationMembershipJSON } from './organization-membership.js';
import type { OrganizationDomainJSON, OrganizationJSON } from './organization.js';
import type { PermissionJSON, RoleJSON } from './role.js';
import type { SessionWebhookEventJSON } from './session.js';
import type { UserJSON } from './user.js';
import type { WaitlistEntryJSON } from './waitlist-entry.js';

/**
 * What each event is about: `event.data` by `event.type`. Source: Clerk's webhook document of
 * 2025-04-15, and for `subscriptionItem.created`, which is not in there, the vendor's types.
 */
export interface WebhookEventData {
  'email.created': EmailJSON;
  'organization.created': OrganizationJSON;
  'organization.updated': OrganizationJSON;
  'organization.deleted': DeletedObjectJSON;
  'organizationDomain.created': OrganizationDomainJSON;
  'organizationDomain.updated': OrganizationDomainJSON;
  'organizationDomain.deleted': DeletedObjectJSON;
  'organizationInvitation.created': OrganizationInvitationWebhookEventJSON;
  'organizationInvitation.accepted': OrganizationInvitationAcceptedJSON;
  'organizationInvitation.revoked': OrganizationInvitationWebhookEventJSON;
  'organizationMembership.created': OrganizationMembershipJSON;
  'organizationMembership.updated': OrganizationMembershipJSON;
  'organizationMembership.deleted': OrganizationMembershipJSON;
  'paymentAttempt.created': BillingPaymentAttemptWebhookEventJSON;
  'paymentAttempt.updated': BillingPaymentAttemptWebhookEventJSON;
  'permission.created': PermissionJSON;
  'permission.updated': PermissionJSON;
  'permission.deleted': DeletedObjectJSON;
  'role.created': RoleJSON;
  'role.updated': RoleJSON;
  'role.deleted': DeletedObjectJSON;
  'session.created': SessionWebhookEventJSON;
  'session.pending': SessionWebhookEventJSON;
  'session.ended': SessionWebhookEventJSON;
  'session.removed': SessionWebhookEventJSON;
  'session.revoked': SessionWebhookEventJSON;
  'sms.created': SMSMessageJSON;
  'subscription.created': BillingSubscriptionWebhookEventJSON;
  'subscription.updated': BillingSubscriptionWebhookEventJSON;
  'subscription.active': BillingSubscriptionWebhookEventJSON;
  'subscription.pastDue': BillingSubscriptionWebhookEventJSON;
  'subscriptionItem.abandoned': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.active': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.canceled': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.created': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.ended': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.freeTrialEnding': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.incomplete': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.pastDue': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.upcoming': BillingSubscriptionItemWebhookEventJSON;
  'subscriptionItem.updated': BillingSubscriptionItemWebhookEventJSON;
  'user.created': UserJSON;
  'user.updated': UserJSON;
  'user.deleted': UserDeletedJSON;
  'waitlistEntry.created': WaitlistEntryJSON;
  'waitlistEntry.updated': WaitlistEntryJSON;
}

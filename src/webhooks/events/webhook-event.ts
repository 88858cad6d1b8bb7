import type { WebhookEventData } from './webhook-event-data.js';

/** The request of a browser or program that led to an event. */
export interface WebhookEventAttributes {
  readonly http_request?: {
    readonly client_ip?: string;
    readonly user_agent?: string;
  };
}

/** The name of an event, such as `user.created`. */
export type WebhookEventType = keyof WebhookEventData;

/** One event, by its name. Source: schema WebhookEventPayload. */
export interface Webhook<Type extends WebhookEventType> {
  readonly type: Type;
  readonly object: 'event';
  /** What the event is about, as it was when the event was made. */
  readonly data: WebhookEventData[Type];
  /** Not there for events that no request has led to. */
  readonly event_attributes?: WebhookEventAttributes;
  /** When the event was made: a Unix timestamp. */
  readonly timestamp: number;
  /** The instance that it was made in (`ins_…`). */
  readonly instance_id: string;
}

/**
 * The events with these names: a union that `event.type` tells apart.
 *
 * @example
 * ```ts
 * type Gone = WebhookEventOf<'user.deleted' | 'organization.deleted'>;
 * ```
 */
export type WebhookEventOf<Type extends WebhookEventType> = {
  [Name in Type]: Webhook<Name>;
}[Type];

/** Any event; `event.type` tells which. */
export type WebhookEvent = WebhookEventOf<WebhookEventType>;

/** The names that begin with one of these and a dot. */
type Of<Subject extends string> = Extract<WebhookEventType, `${Subject}.${string}`>;

/** Something about a user. */
export type UserWebhookEvent = WebhookEventOf<Of<'user'>>;
/** An email. */
export type EmailWebhookEvent = WebhookEventOf<Of<'email'>>;
/** A text message. */
export type SMSWebhookEvent = WebhookEventOf<Of<'sms'>>;
/** Something about a session. */
export type SessionWebhookEvent = WebhookEventOf<Of<'session'>>;
/** Something about an organization. */
export type OrganizationWebhookEvent = WebhookEventOf<Of<'organization'>>;
/** Something about a domain of an organization. */
export type OrganizationDomainWebhookEvent = WebhookEventOf<Of<'organizationDomain'>>;
/** Something about a membership in an organization. */
export type OrganizationMembershipWebhookEvent = WebhookEventOf<Of<'organizationMembership'>>;
/** An invitation to an organization was made or taken back. */
export type OrganizationInvitationWebhookEvent = WebhookEventOf<
  'organizationInvitation.created' | 'organizationInvitation.revoked'
>;
/** An invitation to an organization was accepted. */
export type OrganizationInvitationAcceptedWebhookEvent =
  WebhookEventOf<'organizationInvitation.accepted'>;
/** Something about a role of the instance. */
export type RoleWebhookEvent = WebhookEventOf<Of<'role'>>;
/** Something about a permission of the instance. */
export type PermissionWebhookEvent = WebhookEventOf<Of<'permission'>>;
/** Something about an entry of the waitlist. */
export type WaitlistEntryWebhookEvent = WebhookEventOf<Of<'waitlistEntry'>>;
/** Something about an attempt at a payment. */
export type BillingPaymentAttemptWebhookEvent = WebhookEventOf<Of<'paymentAttempt'>>;
/** Something about a subscription. */
export type BillingSubscriptionWebhookEvent = WebhookEventOf<Of<'subscription'>>;
/** Something about an item of a subscription. */
export type BillingSubscriptionItemWebhookEvent = WebhookEventOf<Of<'subscriptionItem'>>;

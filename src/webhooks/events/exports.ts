// Names as in the vendor's types, where it has them.
export type {
  EnterpriseAccountConnectionJSON,
  EnterpriseAccountJSON,
  ExternalAccountJSON,
  SamlAccountConnectionJSON,
  SamlAccountJSON,
} from './account.js';
export type {
  BillingCreditsJSON,
  BillingPayerCreditJSON,
  BillingPlanJSON,
  BillingProrationCreditJSON,
  BillingSubscriptionItemJSON,
} from './billing-item.js';
export type { BillingMoneyAmountJSON, BillingPayerJSON } from './billing-money.js';
export type {
  BillingPayeeJSON,
  BillingPaymentAttemptWebhookEventJSON,
  BillingPaymentFailedReasonJSON,
  BillingPaymentSourceJSON,
  BillingPerUnitTotalJSON,
  BillingTotalsJSON,
} from './billing-payment.js';
export type {
  BillingSeatsJSON,
  BillingSubscriptionItemPlanJSON,
  BillingSubscriptionItemWebhookEventJSON,
  BillingSubscriptionWebhookEventJSON,
  BillingUnitPriceJSON,
  BillingUnitPriceTierJSON,
} from './billing-subscription.js';
export type { DeletedObjectJSON, UserDeletedJSON } from './deleted-object.js';
export type { EmailJSON, SMSMessageJSON } from './email-and-sms.js';
export type {
  EmailAddressJSON,
  IdentificationLinkJSON,
  PasskeyJSON,
  PhoneNumberJSON,
  Web3WalletJSON,
} from './identification.js';
export type {
  OrganizationInvitationAcceptedJSON,
  OrganizationInvitationJSON,
  OrganizationInvitationPublicUserDataJSON,
  OrganizationInvitationWebhookEventJSON,
} from './organization-invitation.js';
export type {
  OrganizationMembershipJSON,
  OrganizationMembershipPublicUserDataJSON,
} from './organization-membership.js';
export type {
  OrganizationDomainJSON,
  OrganizationDomainVerificationJSON,
  OrganizationJSON,
  PublicOrganizationDataJSON,
} from './organization.js';
export type { PermissionJSON, RoleJSON } from './role.js';
export type { SessionActivityJSON, SessionJSON, SessionWebhookEventJSON } from './session.js';
export type { ScimUserMetadataJSON, UserJSON } from './user.js';
export type {
  AdminVerificationJSON,
  ClerkAPIErrorJSON,
  EmailLinkVerificationJSON,
  FromOAuthVerificationJSON,
  GoogleOneTapVerificationJSON,
  OAuthVerificationJSON,
  OtpVerificationJSON,
  PasskeyVerificationJSON,
  SamlVerificationJSON,
  ScimVerificationJSON,
  TicketVerificationJSON,
  Web3VerificationJSON,
} from './verification.js';
export type { InvitationJSON, WaitlistEntryJSON } from './waitlist-entry.js';

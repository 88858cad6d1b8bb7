import { readAccountlessApplication } from './accountless-applications/accountless-application.js';
import { readActorToken } from './actor-tokens/actor-token.js';
import { readAdminPortalLinkToken } from './admin-portal-link-tokens/admin-portal-link-token.js';
import { readAgentTask } from './agent-tasks/agent-task.js';
import { readAllowlistIdentifier } from './allowlist-identifiers/allowlist-identifier.js';
import { readApiKey } from './api-keys/api-key.js';
import { readInstanceSettings } from './beta-features/instance-settings.js';
import {
  readBillingCreditBalance,
  readBillingCreditLedger,
} from './billing/billing-credit-balance.js';
import { readBillingDiscountRedemption } from './billing/billing-discount-redemption.js';
import { readBillingPaymentAttempt } from './billing/billing-payment-attempt.js';
import { readBillingPlan } from './billing/billing-plan.js';
import { readBillingPriceTransition } from './billing/billing-price-transition.js';
import { readBillingPrice } from './billing/billing-price.js';
import { readBillingStatement } from './billing/billing-statement.js';
import { readBillingSubscriptionItem } from './billing/billing-subscription-item.js';
import { readBillingSubscription } from './billing/billing-subscription.js';
import { readFeature } from './billing/feature.js';
import { readBlocklistIdentifier } from './blocklist-identifiers/blocklist-identifier.js';
import { readClient } from './clients/client.js';
import { readDirectory } from './directories/directory.js';
import { readDirectoryGroupRoleMapping } from './directories/group-role-mapping.js';
import { readDomain } from './domains/domain.js';
import { readEmail } from './emails/email.js';
import { readEnterpriseConnection } from './enterprise-connections/enterprise-connection.js';
import { readInstanceCommunication } from './instance/instance-communication.js';
import { readInstanceProtect } from './instance/instance-protect.js';
import { readInstanceRestrictions } from './instance/instance-restrictions.js';
import { readInstance } from './instance/instance.js';
import { readOAuthApplicationSettings } from './instance/oauth-application-settings.js';
import { readOrganizationSettings } from './instance/organization-settings.js';
import { readInvitation } from './invitations/invitation.js';
import { readJwtTemplate } from './jwt-templates/jwt-template.js';
import { readM2MToken } from './m2m-tokens/m2m-token.js';
import { readMachineScope } from './machines/machine-scope.js';
import { readMachineSecretKey } from './machines/machine-secret-key.js';
import { readMachine } from './machines/machine.js';
import { readIdPOAuthAccessToken } from './oauth-access-tokens/idp-oauth-access-token.js';
import { readOAuthApplication } from './oauth-applications/oauth-application.js';
import { readPermission } from './organization-permissions/permission.js';
import { readRole } from './organization-roles/role.js';
import { readOrganizationDomain } from './organizations/organization-domain.js';
import { readOrganizationInvitation } from './organizations/organization-invitation.js';
import { readOrganizationMembership } from './organizations/organization-membership.js';
import { readOrganization } from './organizations/organization.js';
import { readProxyCheck } from './proxy-checks/proxy-check.js';
import { readRedirectUrl } from './redirect-urls/redirect-url.js';
import { readRoleSet } from './role-sets/role-set.js';
import { readSamlConnection } from './saml-connections/saml-connection.js';
import { readCookies } from './sessions/refresh-session.js';
import { readSession } from './sessions/session.js';
import { readToken } from './sessions/token.js';
import type { WireObject } from './shape.js';
import { readSignInToken } from './sign-in-tokens/sign-in-token.js';
import { readSignUpAttempt } from './sign-ups/sign-up-attempt.js';
import { readTemplate } from './templates/template.js';
import { readTestingToken } from './testing-tokens/testing-token.js';
import { readEmailAddress } from './users/email-address.js';
import { readEnterpriseAccount } from './users/enterprise-account.js';
import { readOauthAccessToken } from './users/oauth-access-token.js';
import { readPhoneNumber } from './users/phone-number.js';
import { readUser } from './users/read-user.js';
import { readTrustedDevice } from './users/trusted-device.js';
import { readWaitlistEntry } from './waitlist-entries/waitlist-entry.js';

/** One row for each kind of resource: the value of its `object` field, and its reader. */
export const resourceReaders: ReadonlyMap<unknown, (wire: WireObject) => unknown> = new Map<
  unknown,
  (wire: WireObject) => unknown
>([
  ['accountless_application', readAccountlessApplication],
  ['actor_token', readActorToken],
  ['admin_portal_link_token', readAdminPortalLinkToken],
  ['agent_task', readAgentTask],
  ['allowlist_identifier', readAllowlistIdentifier],
  ['api_key', readApiKey],
  ['blocklist_identifier', readBlocklistIdentifier],
  ['clerk_idp_oauth_access_token', readIdPOAuthAccessToken],
  ['client', readClient],
  ['commerce_credit_balance', readBillingCreditBalance],
  ['commerce_credit_ledger', readBillingCreditLedger],
  ['commerce_discount_redemption', readBillingDiscountRedemption],
  ['commerce_payment', readBillingPaymentAttempt],
  ['commerce_plan', readBillingPlan],
  ['commerce_price', readBillingPrice],
  ['commerce_price_transition', readBillingPriceTransition],
  ['commerce_statement', readBillingStatement],
  ['commerce_subscription', readBillingSubscription],
  ['commerce_subscription_item', readBillingSubscriptionItem],
  ['cookies', readCookies],
  ['directory', readDirectory],
  ['directory_group_role_mapping', readDirectoryGroupRoleMapping],
  ['domain', readDomain],
  ['email', readEmail],
  ['email_address', readEmailAddress],
  ['enterprise_account', readEnterpriseAccount],
  ['enterprise_connection', readEnterpriseConnection],
  ['feature', readFeature],
  ['instance', readInstance],
  ['instance_communication', readInstanceCommunication],
  ['instance_protect', readInstanceProtect],
  ['instance_restrictions', readInstanceRestrictions],
  ['instance_settings', readInstanceSettings],
  ['invitation', readInvitation],
  ['jwt_template', readJwtTemplate],
  ['machine', readMachine],
  ['machine_scope', readMachineScope],
  ['machine_secret_key', readMachineSecretKey],
  ['machine_to_machine_token', readM2MToken],
  ['oauth_access_token', readOauthAccessToken],
  ['oauth_application', readOAuthApplication],
  ['oauth_application_settings', readOAuthApplicationSettings],
  ['organization', readOrganization],
  ['organization_domain', readOrganizationDomain],
  ['organization_invitation', readOrganizationInvitation],
  ['organization_membership', readOrganizationMembership],
  ['organization_settings', readOrganizationSettings],
  ['permission', readPermission],
  ['phone_number', readPhoneNumber],
  ['proxy_check', readProxyCheck],
  ['redirect_url', readRedirectUrl],
  ['role', readRole],
  ['role_set', readRoleSet],
  ['saml_connection', readSamlConnection],
  ['scim_directory', readDirectory],
  ['scim_group_role_mapping', readDirectoryGroupRoleMapping],
  ['session', readSession],
  ['sign_in_token', readSignInToken],
  ['sign_up_attempt', readSignUpAttempt],
  ['template', readTemplate],
  ['testing_token', readTestingToken],
  ['token', readToken],
  ['trusted_device', readTrustedDevice],
  ['user', readUser],
  ['waitlist_entry', readWaitlistEntry],
]);

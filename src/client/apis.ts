import { bindAccountlessApplicationApi } from './accountless-applications/accountless-application-api.js';
import { bindActorTokenApi } from './actor-tokens/actor-token-api.js';
import { bindAdminPortalLinkTokenApi } from './admin-portal-link-tokens/admin-portal-link-token-api.js';
import { bindAgentTaskApi } from './agent-tasks/agent-task-api.js';
import { bindAllowlistIdentifierApi } from './allowlist-identifiers/allowlist-identifier-api.js';
import { bindApiKeysApi } from './api-keys/api-keys-api.js';
import { bindBetaFeaturesApi } from './beta-features/beta-features-api.js';
import { bindBillingApi } from './billing/billing-api.js';
import { bindBlocklistIdentifierApi } from './blocklist-identifiers/blocklist-identifier-api.js';
import { bindClientApi } from './clients/client-api.js';
import { bindDirectoryApi } from './directories/directory-api.js';
import { bindScimDirectoryApi } from './directories/scim-directory-api.js';
import { bindDomainApi } from './domains/domain-api.js';
import { bindEmailAddressApi } from './email-addresses/email-address-api.js';
import { bindEmailApi } from './emails/email-api.js';
import { bindEnterpriseConnectionApi } from './enterprise-connections/enterprise-connection-api.js';
import { bindInstanceApi } from './instance/instance-api.js';
import { bindInvitationApi } from './invitations/invitation-api.js';
import { bindJwksApi } from './jwks/jwks-api.js';
import { bindJwtTemplatesApi } from './jwt-templates/jwt-templates-api.js';
import { bindM2MTokenApi } from './m2m-tokens/m2m-token-api.js';
import { bindMachineApi } from './machines/machine-api.js';
import { bindIdPOAuthAccessTokenApi } from './oauth-access-tokens/idp-oauth-access-token-api.js';
import { bindMiscellaneousApi } from './miscellaneous/miscellaneous-api.js';
import { bindOAuthApplicationsApi } from './oauth-applications/oauth-applications-api.js';
import { bindOrganizationPermissionApi } from './organization-permissions/organization-permission-api.js';
import { bindOrganizationRoleApi } from './organization-roles/organization-role-api.js';
import { bindOrganizationApi } from './organizations/organization-api.js';
import { bindPhoneNumberApi } from './phone-numbers/phone-number-api.js';
import { bindProxyCheckApi } from './proxy-checks/proxy-check-api.js';
import { bindRedirectUrlApi } from './redirect-urls/redirect-url-api.js';
import { bindRoleSetApi } from './role-sets/role-set-api.js';
import { bindSamlConnectionApi } from './saml-connections/saml-connection-api.js';
import { bindSessionApi } from './sessions/session-api.js';
import { bindSignInTokenApi } from './sign-in-tokens/sign-in-token-api.js';
import { bindSignUpApi } from './sign-ups/sign-up-api.js';
import { bindTemplateApi } from './templates/template-api.js';
import { bindTestingTokenApi } from './testing-tokens/testing-token-api.js';
import { bindUserApi } from './users/user-api.js';
import { bindWaitlistEntryApi } from './waitlist-entries/waitlist-entry-api.js';
import { bindWebhookApi } from './webhooks/webhook-api.js';
import type { Send } from './api-call.js';
import type { BackendApiClient } from './backend-api-client.js';
import type { Connection } from './connection.js';

/** Makes an API from what makes its calls; see {@link APIS}. */
export type Apis = {
  readonly [Name in Exclude<keyof BackendApiClient, 'with'>]: (
    send: Send,
    connection: Connection,
  ) => BackendApiClient[Name];
};

/**
 * What the client is made of. To add an API: a folder with its interface, rows and resources, and
 * one line here and in {@link BackendApiClient}.
 */
export const APIS: Apis = {
  __experimental_accountlessApplications: bindAccountlessApplicationApi,
  actorTokens: bindActorTokenApi,
  adminPortalLinkTokens: bindAdminPortalLinkTokenApi,
  agentTasks: bindAgentTaskApi,
  allowlistIdentifiers: bindAllowlistIdentifierApi,
  apiKeys: bindApiKeysApi,
  betaFeatures: bindBetaFeaturesApi,
  billing: bindBillingApi,
  blocklistIdentifiers: bindBlocklistIdentifierApi,
  clients: bindClientApi,
  directories: bindDirectoryApi,
  domains: bindDomainApi,
  emailAddresses: bindEmailAddressApi,
  emails: bindEmailApi,
  enterpriseConnections: bindEnterpriseConnectionApi,
  idPOAuthAccessToken: bindIdPOAuthAccessTokenApi,
  instance: bindInstanceApi,
  invitations: bindInvitationApi,
  jwks: bindJwksApi,
  jwtTemplates: bindJwtTemplatesApi,
  m2m: (send, { verifyM2MJwt }) => bindM2MTokenApi(send, verifyM2MJwt),
  machines: bindMachineApi,
  miscellaneous: bindMiscellaneousApi,
  oauthApplications: bindOAuthApplicationsApi,
  organizationPermissions: bindOrganizationPermissionApi,
  organizationRoles: bindOrganizationRoleApi,
  organizations: bindOrganizationApi,
  phoneNumbers: bindPhoneNumberApi,
  proxyChecks: bindProxyCheckApi,
  redirectUrls: bindRedirectUrlApi,
  roleSets: bindRoleSetApi,
  samlConnections: bindSamlConnectionApi,
  scimDirectories: bindScimDirectoryApi,
  sessions: bindSessionApi,
  signInTokens: bindSignInTokenApi,
  signUps: bindSignUpApi,
  templates: bindTemplateApi,
  testingTokens: bindTestingTokenApi,
  users: bindUserApi,
  waitlistEntries: bindWaitlistEntryApi,
  webhooks: bindWebhookApi,
};

import type { AccountlessApplicationApi } from './accountless-applications/accountless-application-api.js';
import type { ActorTokenApi } from './actor-tokens/actor-token-api.js';
import type { AdminPortalLinkTokenApi } from './admin-portal-link-tokens/admin-portal-link-token-api.js';
import type { AgentTaskApi } from './agent-tasks/agent-task-api.js';
import type { AllowlistIdentifierApi } from './allowlist-identifiers/allowlist-identifier-api.js';
import type { ApiKeysApi } from './api-keys/api-keys-api.js';
import type { BetaFeaturesApi } from './beta-features/beta-features-api.js';
import type { BillingApi } from './billing/billing-api.js';
import type { BlocklistIdentifierApi } from './blocklist-identifiers/blocklist-identifier-api.js';
import type { CallOptions } from './call-options.js';
import type { ClientApi } from './clients/client-api.js';
import type { DirectoryApi } from './directories/directory-api.js';
import type { ScimDirectoryApi } from './directories/scim-directory-api.js';
import type { DomainApi } from './domains/domain-api.js';
import type { EmailAddressApi } from './email-addresses/email-address-api.js';
import type { EmailApi } from './emails/email-api.js';
import type { EnterpriseConnectionApi } from './enterprise-connections/enterprise-connection-api.js';
import type { InstanceApi } from './instance/instance-api.js';
import type { InvitationApi } from './invitations/invitation-api.js';
import type { JwksApi } from './jwks/jwks-api.js';
import type { JwtTemplatesApi } from './jwt-templates/jwt-templates-api.js';
import type { M2MTokenApi } from './m2m-tokens/m2m-token-api.js';
import type { MachineApi } from './machines/machine-api.js';
import type { MiscellaneousApi } from './miscellaneous/miscellaneous-api.js';
import type { IdPOAuthAccessTokenApi } from './oauth-access-tokens/idp-oauth-access-token-api.js';
import type { OAuthApplicationsApi } from './oauth-applications/oauth-applications-api.js';
import type { OrganizationPermissionApi } from './organization-permissions/organization-permission-api.js';
import type { OrganizationRoleApi } from './organization-roles/organization-role-api.js';
import type { OrganizationApi } from './organizations/organization-api.js';
import type { PhoneNumberApi } from './phone-numbers/phone-number-api.js';
import type { ProxyCheckApi } from './proxy-checks/proxy-check-api.js';
import type { RedirectUrlApi } from './redirect-urls/redirect-url-api.js';
import type { RoleSetApi } from './role-sets/role-set-api.js';
import type { SamlConnectionApi } from './saml-connections/saml-connection-api.js';
import type { SessionApi } from './sessions/session-api.js';
import type { SignInTokenApi } from './sign-in-tokens/sign-in-token-api.js';
import type { SignUpApi } from './sign-ups/sign-up-api.js';
import type { TemplateApi } from './templates/template-api.js';
import type { TestingTokenApi } from './testing-tokens/testing-token-api.js';
import type { UserApi } from './users/user-api.js';
import type { WaitlistEntryApi } from './waitlist-entries/waitlist-entry-api.js';
import type { WebhookApi } from './webhooks/webhook-api.js';

/**
 * Clerk's Backend API: the type to write, and the token to inject. {@link createBackendApiClient} makes
 * one; a test may provide anything of this shape in its place.
 *
 * @example
 * ```ts
 * constructor(private readonly clerk: BackendApiClient) {}
 * ```
 */
export abstract class BackendApiClient {
  /** Applications that nobody owns yet, for development before there is an account. May change. */
  abstract readonly __experimental_accountlessApplications: AccountlessApplicationApi;

  /** Tokens to sign in as another user: impersonation. */
  abstract readonly actorTokens: ActorTokenApi;

  /** Tasks that programs do as users. */
  abstract readonly agentTasks: AgentTaskApi;

  /** The allowlist: who may sign up. */
  abstract readonly allowlistIdentifiers: AllowlistIdentifierApi;

  /** API keys: of users and organizations, for programs. */
  abstract readonly apiKeys: ApiKeysApi;

  /** Operations that may change. */
  abstract readonly betaFeatures: BetaFeaturesApi;

  /** The blocklist: who is kept out. */
  abstract readonly blocklistIdentifiers: BlocklistIdentifierApi;

  /** Clients: browsers and apps. */
  abstract readonly clients: ClientApi;

  /** Domains of the instance: the primary one and satellites. */
  abstract readonly domains: DomainApi;

  /** Email addresses of users. */
  abstract readonly emailAddresses: EmailAddressApi;

  /** Emails that your application sends through Clerk. */
  abstract readonly emails: EmailApi;

  /** Access tokens of OAuth applications whose identity provider is Clerk. */
  abstract readonly idPOAuthAccessToken: IdPOAuthAccessTokenApi;

  /** Settings of the instance. */
  abstract readonly instance: InstanceApi;

  /** Invitations to sign up. */
  abstract readonly invitations: InvitationApi;

  /** The public keys that tokens are verified with. */
  abstract readonly jwks: JwksApi;

  /** The forms of tokens for other services. */
  abstract readonly jwtTemplates: JwtTemplatesApi;

  /** Machine-to-machine tokens. */
  abstract readonly m2m: M2MTokenApi;

  /** Permissions that roles can have. */
  abstract readonly organizationPermissions: OrganizationPermissionApi;

  /** Roles that members of organizations can have. */
  abstract readonly organizationRoles: OrganizationRoleApi;

  /** Organizations, their members, invitations and domains. */
  abstract readonly organizations: OrganizationApi;

  /** Phone numbers of users. */
  abstract readonly phoneNumbers: PhoneNumberApi;

  /** Proxies before the Frontend API. */
  abstract readonly proxyChecks: ProxyCheckApi;

  /** URLs that native apps may be sent back to. */
  abstract readonly redirectUrls: RedirectUrlApi;

  /** Sets of roles that organizations use. */
  abstract readonly roleSets: RoleSetApi;

  /** Tokens that sign a user in, once. */
  abstract readonly signInTokens: SignInTokenApi;

  /** Sign-ups that are under way. */
  abstract readonly signUps: SignUpApi;

  /** Texts of emails and text messages. */
  abstract readonly templates: TemplateApi;

  /** Tokens that get end-to-end tests past the bot protection. */
  abstract readonly testingTokens: TestingTokenApi;

  /** Users. */
  abstract readonly users: UserApi;

  /** Sessions, and the tokens made from them. */
  abstract readonly sessions: SessionApi;

  /** The waitlist. */
  abstract readonly waitlistEntries: WaitlistEntryApi;

  /** The Svix app that delivers the instance's webhooks. */
  abstract readonly webhooks: WebhookApi;

  /** Tokens of links to the admin portal. */
  abstract readonly adminPortalLinkTokens: AdminPortalLinkTokenApi;

  /** Plans, subscriptions, and what is paid for them. Clerk may still change it. */
  abstract readonly billing: BillingApi;

  /** Directories: by which identity providers make, change and delete users. */
  abstract readonly directories: DirectoryApi;

  /** Connections to the identity providers of enterprises. */
  abstract readonly enterpriseConnections: EnterpriseConnectionApi;

  /** Machines: services of yours that call others. */
  abstract readonly machines: MachineApi;

  /** What belongs to no resource. */
  abstract readonly miscellaneous: MiscellaneousApi;

  /** OAuth applications whose users sign in with their account at yours. */
  abstract readonly oauthApplications: OAuthApplicationsApi;

  /**
   * SAML connections.
   *
   * @deprecated Use `enterpriseConnections`.
   */
  abstract readonly samlConnections: SamlConnectionApi;

  /** Directories by their older name. */
  abstract readonly scimDirectories: ScimDirectoryApi;

  /**
   * This client with other options: the same keys and address, other rules for its calls. What is
   * not given stays as it is. Cheap enough to be done for each call.
   *
   * @param options What holds for the calls of the client that is returned; see {@link CallOptions}.
   * @throws {ClerkConfigurationError} When an option can't work.
   * @example
   * ```ts
   * const user = await clerk.with({ signal, timeoutInMs: 1_000 }).users.getUser('user_2b…');
   * ```
   */
  abstract readonly with: (options: CallOptions) => BackendApiClient;
}

/**
 * Checked by `tsc -p test/tsconfig.json`, never run: code that was written for the vendor's client
 * takes ours, and the other way round.
 */
import type * as Vendor from '@clerk/backend';
import type { ClerkClient as VendorClient } from '@clerk/backend';
import type { BackendApiClient } from '../../src/client/index.js';
import type * as Ours from '../../src/client/index.js';

/** The APIs of which the vendor's client has every method but those that are ours alone. */
type VendorsPart<Api, Own extends keyof Api = never> = Omit<
  Api,
  Own | Extract<keyof Api, `each${string}`>
>;

/** The vendor's client can stand in for ours. */
export const standIns = (
  vendor: VendorClient,
): [
  VendorsPart<Ours.OrganizationPermissionApi>,
  VendorsPart<Ours.OrganizationRoleApi>,
  VendorsPart<Ours.RoleSetApi>,
  VendorsPart<Ours.DomainApi>,
  Pick<
    Ours.InstanceApi,
    | 'get'
    | 'update'
    | 'updateRestrictions'
    | 'getOrganizationSettings'
    | 'updateOrganizationSettings'
  >,
  Pick<Ours.BetaFeaturesApi, 'changeDomain'>,
  Omit<VendorsPart<Ours.RedirectUrlApi>, 'deleteRedirectUrl'>,
  Ours.JwksApi,
  VendorsPart<Ours.JwtTemplatesApi>,
  Ours.ProxyCheckApi,
  Ours.WebhookApi,
  Ours.AccountlessApplicationApi,
] => [
  vendor.organizationPermissions,
  vendor.organizationRoles,
  vendor.roleSets,
  vendor.domains,
  vendor.instance,
  vendor.betaFeatures,
  vendor.redirectUrls,
  vendor.jwks,
  vendor.jwtTemplates,
  vendor.proxyChecks,
  vendor.webhooks,
  // oxlint-disable-next-line no-underscore-dangle -- the vendor's name
  vendor.__experimental_accountlessApplications,
];

/** Members of the vendor's classes that can be seen; their `raw` may be null, and has a type of its own. */
type Shown<T> = Omit<Pick<T, keyof T>, 'raw'>;

/** The vendor's resources where ours are expected. */
export const vendors = (
  organization: Vendor.Organization,
  invitation: Vendor.OrganizationInvitation,
  domain: Vendor.OrganizationDomain,
  membership: Vendor.OrganizationMembership,
): [
  Omit<Ours.Organization, 'raw'>,
  Omit<Ours.OrganizationInvitation, 'raw'>,
  Ours.OrganizationDomain,
  Omit<Ours.OrganizationMembership, 'raw' | 'organization'>,
] => [organization, invitation, domain, membership];

/** Our resources where the vendor's are expected. */
export const resources = (
  organization: Ours.Organization,
  membership: Ours.OrganizationMembership,
  invitation: Ours.OrganizationInvitation,
  domain: Ours.OrganizationDomain,
  settings: Ours.OrganizationSettings,
  instance: Ours.Instance,
  restrictions: Ours.InstanceRestrictions,
  instanceSettings: Ours.InstanceSettings,
  domains: Ours.Domain,
  template: Ours.JwtTemplate,
  application: Ours.AccountlessApplication,
): [
  Shown<Vendor.Organization>,
  Omit<Shown<Vendor.OrganizationMembership>, 'organization'>,
  // Its `object` can be one of the vendor's list only; the API sends none.
  Omit<Shown<Vendor.OrganizationInvitation>, 'publicOrganizationData'>,
  Shown<Omit<Vendor.OrganizationDomain, 'enrollmentMode'>>,
  Shown<Vendor.OrganizationSettings>,
  Shown<Vendor.Instance>,
  Shown<Vendor.InstanceRestrictions>,
  Shown<Vendor.InstanceSettings>,
  Shown<Vendor.Domain>,
  Shown<Vendor.JwtTemplate>,
  Shown<Vendor.AccountlessApplication>,
] => [
  organization,
  membership,
  invitation,
  domain,
  settings,
  instance,
  restrictions,
  instanceSettings,
  domains,
  template,
  application,
];

type Result<Method extends (...args: never) => unknown> = Shown<Awaited<ReturnType<Method>>>;

/** Our resources where the vendor's are expected that its package doesn't name. */
export const nameless = (
  role: Ours.Role,
  permission: Ours.Permission,
  roleSet: Ours.RoleSet,
  redirectUrl: Ours.RedirectUrl,
  proxyCheck: Ours.ProxyCheck,
): [
  Result<VendorClient['organizationRoles']['getOrganizationRole']>,
  Result<VendorClient['organizationPermissions']['getOrganizationPermission']>,
  Result<VendorClient['roleSets']['getRoleSet']>,
  Result<VendorClient['redirectUrls']['getRedirectUrl']>,
  Result<VendorClient['proxyChecks']['verify']>,
] => [role, permission, roleSet, redirectUrl, proxyCheck];

/** What a deleted thing is in the vendor's types it is in ours, too. */
export const deleted = (
  organization: Awaited<ReturnType<Ours.OrganizationApi['deleteOrganization']>>,
  domain: Awaited<ReturnType<Ours.OrganizationApi['deleteOrganizationDomain']>>,
  redirectUrl: Awaited<ReturnType<Ours.RedirectUrlApi['deleteRedirectUrl']>>,
): [Ours.Organization, Ours.OrganizationDomain, Ours.RedirectUrl, Ours.DeletedObject[]] => [
  organization,
  domain,
  redirectUrl,
  [organization, domain, redirectUrl],
];

type Methods<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Args) => unknown ? Args : never;
};

type Area =
  | 'organizations'
  | 'organizationPermissions'
  | 'organizationRoles'
  | 'roleSets'
  | 'domains'
  | 'instance'
  | 'betaFeatures'
  | 'redirectUrls'
  | 'jwks'
  | 'jwtTemplates'
  | 'proxyChecks'
  | 'webhooks'
  | '__experimental_accountlessApplications';

/** What the vendor's methods take, ours take: a call goes on compiling. */
export const parameters = (vendor: { [Api in Area]: Methods<VendorClient[Api]> }): {
  [Api in Area]: Partial<Methods<BackendApiClient[Api]>>;
} => vendor;

/** Every method of the vendor's is one of ours. */
export const names = (ours: { [Api in Area]: keyof VendorClient[Api] }): {
  [Api in Area]: keyof BackendApiClient[Api];
} => ours;

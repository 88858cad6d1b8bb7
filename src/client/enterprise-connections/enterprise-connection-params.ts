import type { ClerkPaginationRequest } from '../page.js';
import type { EnterpriseConnectionOidcParams } from './enterprise-connection-oidc-params.js';
import type { EnterpriseConnectionSamlParams } from './enterprise-connection-saml-params.js';
import type { EnterpriseConnectionTestRunStatus } from './enterprise-connection-test-run.js';

/** Which enterprise connections to list. */
export type EnterpriseConnectionListParams = ClerkPaginationRequest<{
  /** The organization whose connections to list. */
  readonly organizationId?: string;
  /** Whether to list the active ones alone, or the inactive ones; without it all. */
  readonly active?: boolean;
}>;

/** Which test runs to list. */
export type EnterpriseConnectionTestRunListParams = ClerkPaginationRequest<{
  /** The states to list; without any all. */
  readonly status?: readonly EnterpriseConnectionTestRunStatus[];
}>;

/** The identity providers of enterprise connections. The name is the vendor's. */
export type OrganizationEnterpriseConnectionProvider =
  | 'saml_custom'
  | 'saml_okta'
  | 'saml_google'
  | 'saml_microsoft'
  | 'oidc_custom'
  | 'oidc_github_enterprise'
  | 'oidc_gitlab';

/** An attribute of the identity provider that is to be kept in a user's metadata. */
export interface EnterpriseConnectionCustomAttributeParams {
  /** The name to show. */
  readonly name: string;
  /** The key in the metadata. */
  readonly key: string;
  /** Where the value is in a SAML assertion or in OpenID Connect claims. */
  readonly ssoPath?: string;
  /** Where the value is in a SCIM user. */
  readonly scimPath?: string;
  /** Whether it can hold several values. Default false. */
  readonly multiValued?: boolean;
}

/** What both making and changing an enterprise connection take. */
interface EnterpriseConnectionFields {
  /** The organization whose members it lets in. Once there is one it can be changed, but not taken away. */
  readonly organizationId?: string;
  /** Whether users come in through it. Making it active takes the provider's metadata in `saml`, and takes the same domains away from organizations that have proved them. */
  readonly active?: boolean;
  /** Whether the provider's attributes are taken over at each sign-in. A connection that is being made can't be told. */
  readonly syncUserAttributes?: boolean;
  /** Whether members of the organization may link the account that they already have. */
  readonly allowOrganizationAccountLinking?: boolean;
  /** What is to be kept in a user's metadata. The instance must have the feature. */
  readonly customAttributes?: readonly EnterpriseConnectionCustomAttributeParams[];
  /** Whether users may sign in and up through it. The instance must have the feature. */
  readonly authenticatable?: boolean;
  /** Whether a first sign-in makes no user. */
  readonly disableJitProvisioning?: boolean;
  /** The OpenID Connect side. */
  readonly oidc?: EnterpriseConnectionOidcParams;
  /** The SAML side. */
  readonly saml?: EnterpriseConnectionSamlParams;
}

/** What to make an enterprise connection of. */
export interface CreateEnterpriseConnectionParams extends EnterpriseConnectionFields {
  /** What users see that they sign in with. */
  readonly name: string;
  /** Users with an email address at one of these may sign in through it; at least one. */
  readonly domains: readonly string[];
  /** The identity provider. It can't be changed later. */
  readonly provider: OrganizationEnterpriseConnectionProvider;
}

/** What to change of an enterprise connection; what is not given stays. */
export interface UpdateEnterpriseConnectionParams extends EnterpriseConnectionFields {
  /** What users see that they sign in with. */
  readonly name?: string;
  /** Takes the place of the domains that it has; an empty list changes nothing. */
  readonly domains?: readonly string[];
  /** Whether users of the connection can't add other identifiers. */
  readonly disableAdditionalIdentifications?: boolean;
  /** @deprecated The API ignores it: the provider of a connection can't be changed. */
  readonly provider?: string;
}

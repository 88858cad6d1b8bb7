import { oneOr, optionalListOf } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readEnterpriseConnectionOauthConfig } from './enterprise-connection-oauth-config.js';
import type { EnterpriseConnectionOauthConfig } from './enterprise-connection-oauth-config.js';
import { readEnterpriseConnectionSamlConnection } from './enterprise-connection-saml-connection.js';
import type { EnterpriseConnectionSamlConnection } from './enterprise-connection-saml-connection.js';

/** An attribute of the identity provider that is kept in a user's metadata. */
export interface EnterpriseConnectionCustomAttribute {
  /** The name to show. */
  readonly name: string;
  /** The key in the metadata. */
  readonly key: string;
  /** Where the value is in a SAML assertion or in OpenID Connect claims. */
  readonly ssoPath: string;
  /** Where the value is in a SCIM user. */
  readonly scimPath: string;
  /** Whether it can hold several values. */
  readonly multiValued: boolean;
}

/** A connection to the identity provider of an enterprise, by SAML or OpenID Connect. Times are Unix times in milliseconds. Source: schema EnterpriseConnection. */
export interface EnterpriseConnection {
  /** `entconn_…` */
  readonly id: string;
  /** What users see that they sign in with. */
  readonly name: string;
  /** Users with an email address at one of these may sign in through it. */
  readonly domains: string[];
  /** The organization whose members it lets in; null for the whole instance. */
  readonly organizationId: string | null;
  /** Whether users come in through it. */
  readonly active: boolean;
  /** Whether the provider's attributes are taken over at each sign-in. */
  readonly syncUserAttributes: boolean;
  /** @deprecated The API does not send it here: read `samlConnection.allowSubdomains`. */
  readonly allowSubdomains: boolean | undefined;
  /** Whether users of the connection can't add other identifiers. */
  readonly disableAdditionalIdentifications: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The SAML side, where it has one. */
  readonly samlConnection: EnterpriseConnectionSamlConnection | null;
  /** The OpenID Connect side, where it has one. */
  readonly oauthConfig: EnterpriseConnectionOauthConfig | null;
  /** The identity provider: `saml_okta`, `oidc_custom`, … */
  readonly provider: string;
  /** Where the provider's logo is. */
  readonly logoPublicUrl: string | undefined;
  /** Whether members of the organization may link the account that they already have. */
  readonly allowOrganizationAccountLinking: boolean;
  /** Whether users may sign in and up through it. */
  readonly authenticatable: boolean;
  /** Whether a first sign-in makes no user. */
  readonly disableJitProvisioning: boolean;
  /** What is kept in a user's metadata; undefined where the instance doesn't have the feature. */
  readonly customAttributes: EnterpriseConnectionCustomAttribute[] | undefined;
}

const readCustomAttribute = shape<EnterpriseConnectionCustomAttribute>({
  name: given,
  key: given,
  ssoPath: given,
  scimPath: given,
  multiValued: given,
});

/** Reads a resource whose `object` is `enterprise_connection`. */
export const readEnterpriseConnection = shape<EnterpriseConnection>({
  id: given,
  name: given,
  domains: given,
  organizationId: orNull,
  active: given,
  syncUserAttributes: given,
  allowSubdomains: given,
  disableAdditionalIdentifications: given,
  createdAt: given,
  updatedAt: given,
  samlConnection: oneOr(readEnterpriseConnectionSamlConnection, null),
  oauthConfig: oneOr(readEnterpriseConnectionOauthConfig, null),
  provider: given,
  logoPublicUrl: given,
  allowOrganizationAccountLinking: given,
  authenticatable: given,
  disableJitProvisioning: given,
  customAttributes: optionalListOf(readCustomAttribute),
});

import { always } from '../nested.js';
import { given, shape } from '../shape.js';

/** Which attribute of the identity provider each field of a user is read from. */
export interface AttributeMapping {
  /** The attribute with the user's id at the provider. */
  readonly userId: string;
  /** The attribute with the email address. */
  readonly emailAddress: string;
  /** The attribute with the first name. */
  readonly firstName: string;
  /** The attribute with the last name. */
  readonly lastName: string;
}

/**
 * A SAML connection to the identity provider of an enterprise. Times are Unix times in milliseconds.
 * Source: schema SAMLConnection.
 *
 * @deprecated Read an `EnterpriseConnection` instead.
 */
export interface SamlConnection {
  /** `samlc_…` */
  readonly id: string;
  /** What tells it from other connections, for people to read. */
  readonly name: string;
  /** Users with an email address at this domain may sign in through it. */
  readonly domain: string;
  /** The organization whose members it lets in; null for the whole instance. */
  readonly organizationId: string | null;
  /** The identity provider's entity id. */
  readonly idpEntityId: string | null;
  /** Where the identity provider signs users in. */
  readonly idpSsoUrl: string | null;
  /** The identity provider's X.509 certificate. */
  readonly idpCertificate: string | null;
  /** From when the provider's certificate is valid: a Unix time in milliseconds. */
  readonly idpCertificateIssuedAt: number;
  /** Until when the provider's certificate is valid: a Unix time in milliseconds. */
  readonly idpCertificateExpiresAt: number;
  /** Where the identity provider's metadata is; it prevails over the single fields. */
  readonly idpMetadataUrl: string | null;
  /** The identity provider's metadata (XML); it prevails over the single fields. */
  readonly idpMetadata: string | null;
  /** Where the identity provider sends its assertions. */
  readonly acsUrl: string;
  /** Clerk's own entity id. */
  readonly spEntityId: string;
  /** Where Clerk's own metadata is. */
  readonly spMetadataUrl: string;
  /** Whether users come in through it. */
  readonly active: boolean;
  /** The identity provider: `saml_okta`, … */
  readonly provider: string;
  /** How many users came through it. */
  readonly userCount: number;
  /** Whether the provider's attributes are taken over at each sign-in. */
  readonly syncUserAttributes: boolean;
  /** Whether addresses at subdomains count, too. */
  readonly allowSubdomains: boolean;
  /** Whether the identity provider may start a sign-in. */
  readonly allowIdpInitiated: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Which attributes a user's fields are read from. */
  readonly attributeMapping: AttributeMapping;
}

const readAttributeMapping = shape<AttributeMapping>({
  userId: given,
  emailAddress: given,
  firstName: given,
  lastName: given,
});

/** Reads a resource whose `object` is `saml_connection`. */
export const readSamlConnection = shape<SamlConnection>({
  id: given,
  name: given,
  domain: given,
  organizationId: given,
  idpEntityId: given,
  idpSsoUrl: given,
  idpCertificate: given,
  idpCertificateIssuedAt: given,
  idpCertificateExpiresAt: given,
  idpMetadataUrl: given,
  idpMetadata: given,
  acsUrl: given,
  spEntityId: given,
  spMetadataUrl: given,
  active: given,
  provider: given,
  userCount: given,
  syncUserAttributes: given,
  allowSubdomains: given,
  allowIdpInitiated: given,
  createdAt: given,
  updatedAt: given,
  attributeMapping: always(readAttributeMapping),
});

import { always } from '../nested.js';
import { given, shape } from '../shape.js';

/** What the identity provider is told of who is about to sign in. */
export interface EnterpriseConnectionSamlConnectionLoginHint {
  /** The address that was typed, a value of the user's public metadata, or nothing. */
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  /** The key in the user's public metadata, where `mode` is `custom_attribute`. */
  readonly source?: string;
}

/** The SAML side of an enterprise connection. Times are Unix times in milliseconds. Source: `saml_connection` of schema EnterpriseConnection. */
export interface EnterpriseConnectionSamlConnection {
  /** The id of this side of the connection. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** The identity provider's entity id. */
  readonly idpEntityId: string | undefined;
  /** Where the identity provider signs users in. */
  readonly idpSsoUrl: string | undefined;
  /** The identity provider's X.509 certificate. */
  readonly idpCertificate: string | undefined;
  /** From when the provider's certificate is valid: a Unix time in milliseconds. */
  readonly idpCertificateIssuedAt: number | undefined;
  /** Until when the provider's certificate is valid: a Unix time in milliseconds. */
  readonly idpCertificateExpiresAt: number | undefined;
  /** Where the identity provider's metadata is. */
  readonly idpMetadataUrl: string | undefined;
  /** @deprecated The API does not send it. */
  readonly idpMetadata: string | undefined;
  /** Where the identity provider sends its assertions. */
  readonly acsUrl: string | undefined;
  /** Clerk's own entity id. */
  readonly spEntityId: string | undefined;
  /** Where Clerk's own metadata is. */
  readonly spMetadataUrl: string | undefined;
  /** @deprecated The API does not send it here: read the enterprise connection's own. */
  readonly syncUserAttributes: boolean | undefined;
  /** Whether addresses at subdomains count, too. */
  readonly allowSubdomains: boolean;
  /** Whether the identity provider may start a sign-in. */
  readonly allowIdpInitiated: boolean;
  /** Whether users come in through it. */
  readonly active: boolean;
  /** Whether users have to sign in at the provider again each time. */
  readonly forceAuthn: boolean;
  /** What the identity provider is told of who is about to sign in. */
  readonly loginHint: EnterpriseConnectionSamlConnectionLoginHint;
}

const readLoginHint = shape<EnterpriseConnectionSamlConnectionLoginHint>({
  mode: given,
  source: given,
});

/** Reads the `saml_connection` of an enterprise connection. */
export const readEnterpriseConnectionSamlConnection = shape<EnterpriseConnectionSamlConnection>({
  id: given,
  name: given,
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
  syncUserAttributes: given,
  allowSubdomains: given,
  allowIdpInitiated: given,
  active: given,
  forceAuthn: given,
  loginHint: always(readLoginHint),
});

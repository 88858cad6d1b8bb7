/** Which attribute of the identity provider each field of a user is read from. */
export interface EnterpriseConnectionSamlAttributeMappingParams {
  /** The attribute with the user's id at the provider. */
  readonly userId?: string | null;
  /** The attribute with the email address. */
  readonly emailAddress?: string | null;
  /** The attribute with the first name. */
  readonly firstName?: string | null;
  /** The attribute with the last name. */
  readonly lastName?: string | null;
}

/** What the identity provider is told of who is about to sign in. */
export type EnterpriseConnectionSamlLoginHintParams =
  | {
      /** A value of the user's public metadata. */
      readonly mode: 'custom_attribute';
      /** Its key. */
      readonly source: string;
    }
  | {
      /** The address that was typed, or nothing. */
      readonly mode: 'email_address' | 'off';
      /** Only with `custom_attribute`. */
      readonly source?: never;
    };

/** The SAML side of an enterprise connection. */
export interface EnterpriseConnectionSamlParams {
  /** Whether the identity provider may start a sign-in. */
  readonly allowIdpInitiated?: boolean;
  /** Whether addresses at subdomains count, too. */
  readonly allowSubdomains?: boolean;
  /** Which attribute of the identity provider each field of a user is read from. */
  readonly attributeMapping?: EnterpriseConnectionSamlAttributeMappingParams;
  /** Whether users have to sign in at the provider again each time. */
  readonly forceAuthn?: boolean;
  /** The identity provider's X.509 certificate (PEM). */
  readonly idpCertificate?: string;
  /** The identity provider's entity id. */
  readonly idpEntityId?: string;
  /** The identity provider's metadata (XML). */
  readonly idpMetadata?: string;
  /** Where the identity provider's metadata is. */
  readonly idpMetadataUrl?: string;
  /** Where the identity provider signs users in. */
  readonly idpSsoUrl?: string;
  /** What the identity provider is told of who is about to sign in. */
  readonly loginHint?: EnterpriseConnectionSamlLoginHintParams;
}

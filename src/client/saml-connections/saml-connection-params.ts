import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/** Which SAML connections to list. */
export type SamlConnectionListParams = ClerkPaginationRequest<{
  /** A part of the name, in any case. */
  readonly query?: string;
  /** The field to sort by. */
  readonly orderBy?: WithSign<
    'phone_number' | 'email_address' | 'created_at' | 'first_name' | 'last_name' | 'username'
  >;
  /** The organizations whose connections to list (`+org_…`) or to leave out (`-org_…`), at most 100. */
  readonly organizationId?: readonly WithSign<string>[];
}>;

/** The identity providers of SAML connections. The name is the vendor's. */
export type SamlIdpSlug = 'saml_okta' | 'saml_google' | 'saml_microsoft' | 'saml_custom';

/** What both making and changing a SAML connection take. */
interface SamlConnectionFields {
  /** The organization whose members it lets in. */
  readonly organizationId?: string;
  /** The identity provider's entity id. */
  readonly idpEntityId?: string;
  /** Where the identity provider signs users in. */
  readonly idpSsoUrl?: string;
  /** The identity provider's X.509 certificate. */
  readonly idpCertificate?: string;
  /** Where the identity provider's metadata is; it prevails over the single fields. */
  readonly idpMetadataUrl?: string;
  /** The identity provider's metadata (XML); it prevails over the single fields. */
  readonly idpMetadata?: string;
  /** The domains whose users sign in through it; in an update they replace those that were there. */
  readonly domains?: readonly string[];
  /** Whether the identity provider has users sign in again each time. */
  readonly forceAuthn?: boolean;
  /** What the identity provider is told of who is about to sign in. */
  readonly loginHint?: SamlLoginHintParams;
  /** Which attribute of the identity provider each field of a user is read from. */
  readonly attributeMapping?: {
    /** The attribute with the email address. */
    readonly emailAddress?: string;
    /** The attribute with the first name. */
    readonly firstName?: string;
    /** The attribute with the last name. */
    readonly lastName?: string;
    /** The attribute with the user's id at the provider. */
    readonly userId?: string;
  };
}

/** What is sent to the identity provider as a hint of who signs in. */
export interface SamlLoginHintParams {
  /** The email address, a value of the user's public metadata (see `source`), or nothing. */
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  /** The key of the user's public metadata whose value is sent, for `custom_attribute`. */
  readonly source?: string;
}

/** What to make a SAML connection of. */
export interface CreateSamlConnectionParams extends SamlConnectionFields {
  /** What tells it from other connections, for people to read. */
  readonly name: string;
  /** The identity provider. */
  readonly provider: SamlIdpSlug;
  /** Users with an email address at this domain may sign in through it. */
  readonly domain: string;
}

/** What to change of a SAML connection; what is not given stays. */
export interface UpdateSamlConnectionParams extends SamlConnectionFields {
  /** What tells it from other connections, for people to read. */
  readonly name?: string;
  /** The identity provider. */
  readonly provider?: SamlIdpSlug;
  /** Users with an email address at this domain may sign in through it. */
  readonly domain?: string;
  /** Whether users come in through it. */
  readonly active?: boolean;
  /** Whether the provider's attributes are taken over at each sign-in. */
  readonly syncUserAttributes?: boolean;
  /** Whether addresses at subdomains count, too. */
  readonly allowSubdomains?: boolean;
  /** Whether the identity provider may start a sign-in. */
  readonly allowIdpInitiated?: boolean;
  /** Whether users who sign in through it may have no other ways to sign in. */
  readonly disableAdditionalIdentifications?: boolean;
  /** Whether accounts may be linked by membership of the organization. */
  readonly allowOrganizationAccountLinking?: boolean;
  /**
   * Whether verified domains of organizations that are the same as one of the connection's are
   * removed when it is enabled. Without that, enabling fails where there is one.
   */
  readonly consentVerifiedDomainsDeletion?: boolean;
}

import { given, one, shape } from '../shape.js';
import { readVerification } from './verification.js';
import type { Verification } from './verification.js';

/** The single sign-on connection that an account came through. Times are Unix times in milliseconds. Source: schema EnterpriseAccountConnection. */
export interface EnterpriseAccountConnection {
  /** `entconn_…` */
  readonly id: string;
  /** Whether users come in through it. */
  readonly active: boolean;
  /** Whether the identity provider may start a sign-in. */
  readonly allowIdpInitiated: boolean;
  /** Whether addresses at subdomains of `domain` count, too. */
  readonly allowSubdomains: boolean;
  /** Whether users of the connection can't add other identifiers. */
  readonly disableAdditionalIdentifications: boolean;
  /** Users with an email address there may sign in through it. */
  readonly domain: string;
  /** Where the provider's logo is; null for none. */
  readonly logoPublicUrl: string | null;
  /** What users see that they sign in with. */
  readonly name: string;
  /** `saml` or `oauth`. */
  readonly protocol: string;
  /** The identity provider: `saml_okta`, … */
  readonly provider: string;
  /** Whether the provider's attributes are taken over at each sign-in. */
  readonly syncUserAttributes: boolean;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** A user's account at an identity provider (SAML or OpenID Connect). Source: schema EnterpriseAccount. */
export interface EnterpriseAccount {
  /** The id of the account here; `providerUserId` is the one there. */
  readonly id: string;
  /** Whether the user can still come through it. */
  readonly active: boolean;
  /** The email address at the provider. */
  readonly emailAddress: string;
  /** The connection that the account came through; null where the answer has none. */
  readonly enterpriseConnection: EnterpriseAccountConnection | null;
  /** The first name at the provider; null for none. */
  readonly firstName: string | null;
  /** The last name at the provider; null for none. */
  readonly lastName: string | null;
  /** `saml` or `oauth`. */
  readonly protocol: string;
  /** The identity provider: `saml_okta`, … */
  readonly provider: string;
  /** The user's id at the provider. */
  readonly providerUserId: string | null;
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** How far its verification is; null before it began. */
  readonly verification: Verification | null;
  /** When the user last came through it: a Unix time in milliseconds. */
  readonly lastAuthenticatedAt: number | null;
  /** What the account came through (`entconn_…`); null where it is not known. */
  readonly enterpriseConnectionId: string | null;
}

const readConnection = shape<EnterpriseAccountConnection>({
  id: given,
  active: given,
  allowIdpInitiated: given,
  allowSubdomains: given,
  disableAdditionalIdentifications: given,
  domain: given,
  logoPublicUrl: given,
  name: given,
  protocol: given,
  provider: given,
  syncUserAttributes: given,
  createdAt: given,
  updatedAt: given,
});

/** Reads a resource whose `object` is `enterprise_account`. */
export const readEnterpriseAccount = shape<EnterpriseAccount>({
  id: given,
  active: given,
  emailAddress: given,
  enterpriseConnection: one(readConnection),
  firstName: given,
  lastName: given,
  protocol: given,
  provider: given,
  providerUserId: given,
  publicMetadata: given,
  verification: one(readVerification),
  lastAuthenticatedAt: given,
  enterpriseConnectionId: given,
});

import { from, given, one, orEmptyObject, orEmptyText, shape } from '../shape.js';
import { readVerification } from './verification.js';
import type { Verification } from './verification.js';

/** A user's account at a social provider. Source: schema ExternalAccountWithVerification. */
export interface ExternalAccount {
  /** `eac_…` */
  readonly id: string;
  /** The provider: `oauth_google`, … */
  readonly provider: string;
  /** The user's id at the provider. */
  readonly providerUserId: string;
  /** The identification that the account belongs to. */
  readonly identificationId: string;
  /** The same value as `providerUserId`, under an older name. */
  readonly externalId: string;
  /** What the user has granted, separated by spaces. */
  readonly approvedScopes: string;
  /** The email address at the provider. */
  readonly emailAddress: string;
  /** The first name at the provider; empty when there is none. */
  readonly firstName: string;
  /** The last name at the provider; empty when there is none. */
  readonly lastName: string;
  /** The picture at the provider; empty when there is none. */
  readonly imageUrl: string;
  /** The user name at the provider; null for none. */
  readonly username: string | null;
  /** The phone number at the provider; null for none. */
  readonly phoneNumber: string | null;
  /** Metadata that browsers can read and only the Backend API can write; as it was saved. */
  readonly publicMetadata: Readonly<Record<string, unknown>> | null;
  /** Tells several accounts at one provider apart. */
  readonly label: string | null;
  /** How far its verification is; null before it began. */
  readonly verification: Verification | null;
  /** The `eac_…` id where `id` isn't it (Google, Facebook). To delete an account: `externalAccountId ?? id`. */
  readonly externalAccountId?: string;
}

/** Reads one item of a user's `external_accounts`. */
export const readExternalAccount = shape<ExternalAccount>({
  id: given,
  provider: given,
  providerUserId: given,
  identificationId: given,
  externalId: from('provider_user_id', given),
  approvedScopes: given,
  emailAddress: given,
  firstName: given,
  lastName: given,
  imageUrl: orEmptyText,
  username: given,
  phoneNumber: given,
  publicMetadata: orEmptyObject,
  label: given,
  verification: one(readVerification),
  externalAccountId: given,
});

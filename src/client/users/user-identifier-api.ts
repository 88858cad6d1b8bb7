import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { routes } from '../routes.js';
import type { EmailAddress } from './email-address.js';
import type { PhoneNumber } from './phone-number.js';

/** The state that a replacement begins in: with an `unverified` one nobody can sign in, so a user who has nothing else is shut out. */
export type ReplacementStatus = 'verified' | 'reserved' | 'unverified';

/** The email address that takes the place of all others. */
export interface ReplaceUserEmailAddressParams {
  /** The one that takes the place of all others. */
  readonly emailAddress: string;
  /** Default `verified`. */
  readonly identificationStatus?: ReplacementStatus;
  /** Whether the previous primary email address is told. Default false. */
  readonly notifyPrimaryEmailAddressChanged?: boolean;
}

/** The phone number that takes the place of all others. */
export interface ReplaceUserPhoneNumberParams {
  /** In E.164 format: `+15555550100`. */
  readonly phoneNumber: string;
  /** Default `verified`. */
  readonly identificationStatus?: ReplacementStatus;
}

/** A wallet to delete. */
export interface DeleteWeb3WalletParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The wallet's id (`idn_…`). */
  readonly web3WalletIdentificationId: string;
}

/** The part of `users` that is about email addresses, phone numbers and wallets. */
export interface UserIdentifierApi {
  /**
   * Replaces all email addresses of a user by one, which becomes the primary one.
   *
   * Source: PUT /users/{user_id}/email_address.
   *
   * @param userId The user's id (`user_…`).
   * @param params The new one.
   */
  replaceUserEmailAddress(
    userId: string,
    params: ReplaceUserEmailAddressParams,
  ): Promise<EmailAddress>;

  /**
   * Replaces all phone numbers of a user by one, which becomes the primary one and is no second
   * factor.
   *
   * Source: PUT /users/{user_id}/phone_number.
   *
   * @param userId The user's id (`user_…`).
   * @param params The new one.
   */
  replaceUserPhoneNumber(
    userId: string,
    params: ReplaceUserPhoneNumberParams,
  ): Promise<PhoneNumber>;

  /**
   * Deletes a user's wallet.
   *
   * Source: DELETE /users/{user_id}/web3_wallets/{web3_wallet_identification_id}.
   *
   * @param params Which one.
   */
  deleteUserWeb3Wallet(params: DeleteWeb3WalletParams): Promise<DeletedObject>;
}

/** The operations of {@link UserIdentifierApi}. */
export const userIdentifierRoutes = routes<UserIdentifierApi>()({
  replaceUserEmailAddress: 'PUT /users/{userId}/email_address',
  replaceUserPhoneNumber: 'PUT /users/{userId}/phone_number',
  deleteUserWeb3Wallet: 'DELETE /users/{userId}/web3_wallets/{web3WalletIdentificationId}',
});

/** @param send What makes the calls. */
export function bindUserIdentifierApi(send: Send): UserIdentifierApi {
  return bind(userIdentifierRoutes, send);
}

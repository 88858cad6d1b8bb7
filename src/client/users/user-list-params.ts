import type { ClerkPaginationRequest } from '../page.js';
import type { WithSign } from '../with-sign.js';

/**
 * Which users are meant: those whom every given filter fits. A list takes up to 100 items, and what
 * is not found in it is ignored. All times are Unix times in milliseconds.
 */
export interface UserCountParams {
  /** Has one of these email addresses. */
  readonly emailAddress?: readonly string[];
  /** Has one of these phone numbers. */
  readonly phoneNumber?: readonly string[];
  /** Has one of these user names. */
  readonly username?: readonly string[];
  /** Has one of these wallets, by their addresses. */
  readonly web3Wallet?: readonly string[];
  /** This text is a part of an email address, phone number, user name, wallet, id or name, in any case of letters. */
  readonly query?: string;
  /** Is one of these; with `-` before an id: is not. */
  readonly userId?: readonly string[];
  /** Has one of these ids in your own system; with `-` before an id: has it not. */
  readonly externalId?: readonly string[];
  /** Belongs to one of these organizations; with `-` before an id: doesn't. */
  readonly organizationId?: readonly string[];
  /** This text is a part of an email address. */
  readonly emailAddressQuery?: string;
  /** This text is a part of a phone number. */
  readonly phoneNumberQuery?: string;
  /** This text is a part of the user name. */
  readonly usernameQuery?: string;
  /** This text is a part of the first or last name. */
  readonly nameQuery?: string;
  /** Is banned, or is not. */
  readonly banned?: boolean;
  /** @deprecated Use `lastActiveAtAfter`. */
  readonly last_active_at_since?: number;
  /** Was last active before this time. */
  readonly lastActiveAtBefore?: number;
  /** Was last active after this time. */
  readonly lastActiveAtAfter?: number;
  /** Was made before this time. */
  readonly createdAtBefore?: number;
  /** Was made after this time. */
  readonly createdAtAfter?: number;
  /** Signed in last before this time. */
  readonly lastSignInAtBefore?: number;
  /** Signed in last after this time. */
  readonly lastSignInAtAfter?: number;
  /** The social provider (`oauth_google`, …) that `providerUserId` is about. */
  readonly provider?: string;
  /** Has one of these ids at `provider`. */
  readonly providerUserId?: readonly string[];
}

/** What users can be sorted by. */
export type UserOrder =
  | 'created_at'
  | 'updated_at'
  | 'email_address'
  | 'web3wallet'
  | 'first_name'
  | 'last_name'
  | 'phone_number'
  | 'username'
  | 'last_active_at'
  | 'last_sign_in_at';

/** Which users to list, and in which order. */
export interface UserListParams extends UserCountParams, ClerkPaginationRequest {
  /** The order; by default `-created_at`, the newest first. */
  readonly orderBy?: WithSign<UserOrder>;
  /**
   * The id of the last user of the page before: faster than a large `offset`, and only for the
   * orders by `created_at`.
   */
  readonly startingAfter?: string;
}

/** Which users to go through, and in which order. */
export interface UserEachParams extends Omit<UserListParams, 'startingAfter'> {
  /** Only for lists: `each` finds its pages by `offset`, and the API takes no more than one of the two. */
  readonly startingAfter?: never;
}

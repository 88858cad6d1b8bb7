import { oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** Who pays: a user or an organization. Times are Unix times in milliseconds. Source: schema CommercePayerResponse. */
export interface BillingPayer {
  /** The payer's own id: not the user's, nor the organization's. */
  readonly id: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** The user, where it is one. */
  readonly userId: string | null;
  /** The user's first name; null for an organization. */
  readonly firstName: string | null;
  /** The user's last name; null for an organization. */
  readonly lastName: string | null;
  /** Where bills go to. */
  readonly email: string | null;
  /** The organization, where it is one. */
  readonly organizationId: string | null;
  /** The organization's name; null for a user. */
  readonly organizationName: string | null;
  /** Where the payer's picture or logo is. */
  readonly imageUrl?: string;
  /** The credit that is left. */
  readonly creditsBalance?: BillingMoneyAmount;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt?: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt?: number;
}

/** Reads a resource whose `object` is `commerce_payer`. */
export const readBillingPayer = shape<BillingPayer>({
  id: given,
  instanceId: given,
  userId: orNull,
  firstName: orNull,
  lastName: orNull,
  email: orNull,
  organizationId: orNull,
  organizationName: orNull,
  imageUrl: given,
  creditsBalance: oneOr(readMoney, undefined),
  createdAt: given,
  updatedAt: given,
});

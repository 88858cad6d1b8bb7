import { oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** Who pays: a user or an organization. Times are Unix times in milliseconds. Source: schema CommercePayerResponse. */
export interface BillingPayer {
  readonly id: string;
  readonly instanceId: string;
  /** The user, where it is one. */
  readonly userId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  /** The organization, where it is one. */
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly imageUrl?: string;
  /** The credit that is left. */
  readonly creditsBalance?: BillingMoneyAmount;
  readonly createdAt?: number;
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

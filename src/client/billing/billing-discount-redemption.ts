import { oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** A discount that a subscription's item has. Source: schema CommerceDiscountRedemptionResponse. */
export interface BillingDiscountRedemption {
  /** The id of this use; `discountId` is what takes it away again. */
  readonly id: string;
  /** The subscription's item that is cheaper for it. */
  readonly subscriptionItemId: string;
  /** The discount of the instance's catalog that it is a use of. */
  readonly discountId: string;
  /** What the discount was called when it was claimed. */
  readonly name?: string;
  /** How it came to the item. */
  readonly source: 'promotion' | 'manual' | 'promo_code';
  /** The code that it was claimed with. */
  readonly promoCode?: string;
  /** Whether `percentOff` or `amountOff` counts, as it was when it was claimed. */
  readonly effect?: 'percentage' | 'fixed_amount';
  /** How many percent are taken off; null for a fixed amount. */
  readonly percentOff: number | null;
  /** What is taken off each time; null for a percentage. */
  readonly amountOff: BillingMoneyAmount | null;
  /** How much it takes off; null where the answer does not say. */
  readonly amount: BillingMoneyAmount | null;
  /** For how many more periods it holds; null for all. */
  readonly cyclesRemaining: number | null;
  /** For how many periods it has held. */
  readonly cyclesApplied: number;
  /** `exhausted` once it has held for all its periods. */
  readonly status?: 'active' | 'exhausted' | 'removed';
  /** A Unix time in milliseconds. */
  readonly redeemedAt: number;
  /** Who claimed it, where that is known. */
  readonly redeemedBy: string | null;
}

/** Reads a resource whose `object` is `commerce_discount_redemption`. */
export const readBillingDiscountRedemption = shape<BillingDiscountRedemption>({
  id: given,
  subscriptionItemId: given,
  discountId: given,
  name: given,
  source: given,
  promoCode: given,
  effect: given,
  percentOff: orNull,
  amountOff: oneOr(readMoney, null),
  amount: oneOr(readMoney, null),
  cyclesRemaining: given,
  cyclesApplied: given,
  status: given,
  redeemedAt: given,
  redeemedBy: given,
});

import { oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** A discount that a subscription's item has. Source: schema CommerceDiscountRedemptionResponse. */
export interface BillingDiscountRedemption {
  readonly id: string;
  readonly subscriptionItemId: string;
  readonly discountId: string;
  readonly name?: string;
  /** How it came to the item. */
  readonly source: 'promotion' | 'manual' | 'promo_code';
  /** The code that it was claimed with. */
  readonly promoCode?: string;
  readonly effect?: 'percentage' | 'fixed_amount';
  readonly percentOff: number | null;
  readonly amountOff: BillingMoneyAmount | null;
  readonly amount: BillingMoneyAmount | null;
  /** For how many more periods it holds; null for all. */
  readonly cyclesRemaining: number | null;
  /** For how many periods it has held. */
  readonly cyclesApplied: number;
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

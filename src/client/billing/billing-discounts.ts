import { always, oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What is not charged for the part of a period that has already passed. Source: schema CommerceProrationDiscountResponse. */
export interface BillingProrationDiscount {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysPassed: number;
  readonly cycleDaysTotal: number;
  /** How much of the period has passed, in percent. */
  readonly cyclePassedPercent: number;
}

/** A discount of the catalog that lowers a charge. */
export interface BillingAppliedDiscount {
  /** By how much it does. */
  readonly amount: BillingMoneyAmount;
  readonly discountId: string;
  readonly name: string;
  readonly effect: 'percentage' | 'fixed_amount';
  readonly percentOff?: number;
  /** The configured amount, which may be more than was taken off. */
  readonly amountOff?: BillingMoneyAmount;
  /** The code that it was claimed with. */
  readonly promoCode?: string;
  /** For how many more periods it holds; null for all. */
  readonly cyclesRemaining: number | null;
  /** For how many periods it was made; null for all. */
  readonly durationInCycles?: number | null;
}

/** The discounts that lower a charge. Source: schema CommerceDiscountsResponse. */
export interface BillingDiscounts {
  readonly proration: BillingProrationDiscount | null;
  readonly discount?: BillingAppliedDiscount;
  readonly total: BillingMoneyAmount;
}

const readProrationDiscount = shape<BillingProrationDiscount>({
  amount: always(readMoney),
  cycleDaysPassed: given,
  cycleDaysTotal: given,
  cyclePassedPercent: given,
});

const readAppliedDiscount = shape<BillingAppliedDiscount>({
  amount: always(readMoney),
  discountId: given,
  name: given,
  effect: given,
  percentOff: given,
  amountOff: oneOr(readMoney, undefined),
  promoCode: given,
  cyclesRemaining: given,
  durationInCycles: given,
});

/** Reads `discounts`. */
export const readDiscounts = shape<BillingDiscounts>({
  proration: oneOr(readProrationDiscount, null),
  discount: oneOr(readAppliedDiscount, undefined),
  total: always(readMoney),
});

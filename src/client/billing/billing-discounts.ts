import { always, oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What is not charged for the part of a period that has already passed. Source: schema CommerceProrationDiscountResponse. */
export interface BillingProrationDiscount {
  /** What is not charged. */
  readonly amount: BillingMoneyAmount;
  /** How many days of the period have passed. */
  readonly cycleDaysPassed: number;
  /** How many days the whole period has. */
  readonly cycleDaysTotal: number;
  /** How much of the period has passed, in percent. */
  readonly cyclePassedPercent: number;
}

/** A discount of the catalog that lowers a charge. */
export interface BillingAppliedDiscount {
  /** By how much it does. */
  readonly amount: BillingMoneyAmount;
  /** The discount's id in the instance's catalog. */
  readonly discountId: string;
  /** What the discount is called, for people to read. */
  readonly name: string;
  /** Whether `percentOff` or `amountOff` counts. */
  readonly effect: 'percentage' | 'fixed_amount';
  /** How many percent are taken off, where it is a percentage. */
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
  /** For the part of a period that had passed at its start; null when none had. */
  readonly proration: BillingProrationDiscount | null;
  /** The one of the catalog, where there is one. */
  readonly discount?: BillingAppliedDiscount;
  /** Both together. */
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

import { always, oneOr, optionalListOf } from '../nested.js';
import { shape } from '../shape.js';
import { readCredits } from './billing-credits.js';
import type { BillingCredits } from './billing-credits.js';
import { readDiscounts } from './billing-discounts.js';
import type { BillingDiscounts } from './billing-discounts.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readPerUnitTotal } from './billing-per-unit-total.js';
import type { BillingPerUnitTotal } from './billing-per-unit-total.js';

/** What each future period costs. */
export interface BillingPeriodTotals {
  /** Base fee and units, before tax. */
  readonly subtotal: BillingMoneyAmount;
  /** Without units. */
  readonly baseFee: BillingMoneyAmount;
  /** The tax in it. */
  readonly taxTotal: BillingMoneyAmount;
  /** All that is to be paid. */
  readonly grandTotal: BillingMoneyAmount;
  /** For all units that were bought so far. */
  readonly perUnitTotals?: BillingPerUnitTotal[];
}

/** What a charge is made of. Source: schema CommerceTotalsResponse. */
export interface BillingTotals {
  /** Before credits, discounts and tax. */
  readonly subtotal: BillingMoneyAmount;
  /** Without units. */
  readonly baseFee: BillingMoneyAmount | null;
  /** The tax in it. */
  readonly taxTotal: BillingMoneyAmount;
  /** All that is to be paid. */
  readonly grandTotal: BillingMoneyAmount;
  /** What is to be paid once the free trial is over. */
  readonly totalDueAfterFreeTrial?: BillingMoneyAmount | null;
  /** What is given back, in the older form of `credits`; only with payments. */
  readonly credit?: BillingMoneyAmount | null;
  /** What the payer has in credit and gets back; null for nothing. */
  readonly credits: BillingCredits | null;
  /** What is taken off; null for nothing. */
  readonly discounts: BillingDiscounts | null;
  /** What was due before and is not paid. */
  readonly pastDue?: BillingMoneyAmount | null;
  /** What is to be paid at once. */
  readonly totalDueNow?: BillingMoneyAmount;
  /** For units, such as seats. */
  readonly perUnitTotals?: BillingPerUnitTotal[];
  /** What each future period costs, in detail. */
  readonly totalsDuePerPeriod?: BillingPeriodTotals;
  /** What each future period costs. */
  readonly totalDuePerPeriod?: BillingMoneyAmount;
}

const readPeriodTotals = shape<BillingPeriodTotals>({
  subtotal: always(readMoney),
  baseFee: always(readMoney),
  taxTotal: always(readMoney),
  grandTotal: always(readMoney),
  perUnitTotals: optionalListOf(readPerUnitTotal),
});

/** Reads `totals`. */
export const readTotals = shape<BillingTotals>({
  subtotal: always(readMoney),
  baseFee: oneOr(readMoney, null),
  taxTotal: always(readMoney),
  grandTotal: always(readMoney),
  totalDueAfterFreeTrial: always(readMoney),
  credit: always(readMoney),
  credits: oneOr(readCredits, null),
  discounts: oneOr(readDiscounts, null),
  pastDue: always(readMoney),
  totalDueNow: oneOr(readMoney, undefined),
  perUnitTotals: optionalListOf(readPerUnitTotal),
  totalsDuePerPeriod: oneOr(readPeriodTotals, undefined),
  totalDuePerPeriod: oneOr(readMoney, undefined),
});

import { always, oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What is given back for the rest of a period that was paid for. Source: schema CommerceProrationCreditDetailResponse. */
export interface BillingProrationCreditDetail {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysRemaining: number;
  readonly cycleDaysTotal: number;
  /** How much of the period is left, in percent. */
  readonly cycleRemainingPercent: number;
}

/** What is taken from the payer's credit. Source: schema CommercePayerCreditResponse. */
export interface BillingPayerCredit {
  /** What is left of it afterwards. */
  readonly remainingBalance: BillingMoneyAmount;
  readonly appliedAmount: BillingMoneyAmount;
}

/** The credits that lower a charge. Source: schema CommerceCreditsResponse. */
export interface BillingCredits {
  readonly proration: BillingProrationCreditDetail | null;
  readonly payer: BillingPayerCredit | null;
  readonly total: BillingMoneyAmount;
}

const readProrationCredit = shape<BillingProrationCreditDetail>({
  amount: always(readMoney),
  cycleDaysRemaining: given,
  cycleDaysTotal: given,
  cycleRemainingPercent: given,
});

const readPayerCredit = shape<BillingPayerCredit>({
  remainingBalance: always(readMoney),
  appliedAmount: always(readMoney),
});

/** Reads `credits`. */
export const readCredits = shape<BillingCredits>({
  proration: oneOr(readProrationCredit, null),
  payer: oneOr(readPayerCredit, null),
  total: always(readMoney),
});

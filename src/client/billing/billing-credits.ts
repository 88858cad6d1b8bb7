import { always, oneOr } from '../nested.js';
import { given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What is given back for the rest of a period that was paid for. Source: schema CommerceProrationCreditDetailResponse. */
export interface BillingProrationCreditDetail {
  /** What is given back. */
  readonly amount: BillingMoneyAmount;
  /** How many days of the period are left. */
  readonly cycleDaysRemaining: number;
  /** How many days the whole period has. */
  readonly cycleDaysTotal: number;
  /** How much of the period is left, in percent. */
  readonly cycleRemainingPercent: number;
}

/** What is taken from the payer's credit. Source: schema CommercePayerCreditResponse. */
export interface BillingPayerCredit {
  /** What is left of it afterwards. */
  readonly remainingBalance: BillingMoneyAmount;
  /** How much of it goes into the charge. */
  readonly appliedAmount: BillingMoneyAmount;
}

/** The credits that lower a charge. Source: schema CommerceCreditsResponse. */
export interface BillingCredits {
  /** For the rest of a period that was paid for; null when there is none. */
  readonly proration: BillingProrationCreditDetail | null;
  /** From what the payer has in credit; null when nothing is taken. */
  readonly payer: BillingPayerCredit | null;
  /** All of them together. */
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

import { always } from '../nested.js';
import { given, many, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readBillingPayer } from './billing-payer.js';
import type { BillingPayer } from './billing-payer.js';
import { readBillingPaymentAttempt } from './billing-payment-attempt.js';
import type { BillingPaymentAttempt } from './billing-payment-attempt.js';

/** What a statement comes to. */
export interface BillingStatementTotals {
  readonly grandTotal: BillingMoneyAmount;
  /** Without tax. */
  readonly subtotal: BillingMoneyAmount;
  readonly baseFee: BillingMoneyAmount;
  readonly taxTotal: BillingMoneyAmount;
}

/** The tries to be paid of one day. */
export interface BillingStatementGroup {
  /** The day: a Unix time in milliseconds. */
  readonly timestamp: number;
  readonly items: BillingPaymentAttempt[];
}

/** What a user or an organization was charged in one period. Times are Unix times in milliseconds. Source: schema BillingStatement. */
export interface BillingStatement {
  readonly id: string;
  readonly instanceId: string;
  /** When it was made. */
  readonly timestamp: number;
  readonly payer: BillingPayer;
  /** Whether more can come. */
  readonly status: 'open' | 'closed';
  readonly totals: BillingStatementTotals;
  readonly groups: BillingStatementGroup[];
}

const readStatementTotals = shape<BillingStatementTotals>({
  grandTotal: always(readMoney),
  subtotal: always(readMoney),
  baseFee: always(readMoney),
  taxTotal: always(readMoney),
});

const readStatementGroup = shape<BillingStatementGroup>({
  timestamp: given,
  items: many(readBillingPaymentAttempt),
});

/** Reads a resource whose `object` is `commerce_statement`. */
export const readBillingStatement = shape<BillingStatement>({
  id: given,
  instanceId: given,
  timestamp: given,
  payer: always(readBillingPayer),
  status: given,
  totals: always(readStatementTotals),
  groups: many(readStatementGroup),
});

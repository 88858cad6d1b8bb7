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
  /** All that was to be paid. */
  readonly grandTotal: BillingMoneyAmount;
  /** Without tax. */
  readonly subtotal: BillingMoneyAmount;
  /** What the plans cost without units. */
  readonly baseFee: BillingMoneyAmount;
  /** The tax in it. */
  readonly taxTotal: BillingMoneyAmount;
}

/** The tries to be paid of one day. */
export interface BillingStatementGroup {
  /** The day: a Unix time in milliseconds. */
  readonly timestamp: number;
  /** The payments of this group. */
  readonly items: BillingPaymentAttempt[];
}

/** What a user or an organization was charged in one period. Times are Unix times in milliseconds. Source: schema BillingStatement. */
export interface BillingStatement {
  /** What `billing.getStatement()` takes. */
  readonly id: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** When it was made. */
  readonly timestamp: number;
  /** Who pays. */
  readonly payer: BillingPayer;
  /** Whether more can come. */
  readonly status: 'open' | 'closed';
  /** What it comes to. */
  readonly totals: BillingStatementTotals;
  /** The payments, by days. */
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

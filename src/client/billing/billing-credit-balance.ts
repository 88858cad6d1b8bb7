import { always, oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** The credit that a user or an organization has. Source: schema CommerceCreditBalanceResponse. */
export interface BillingCreditBalance {
  /** Null where there has never been any. */
  readonly balance: BillingMoneyAmount | null;
}

/** One change of a credit. Source: schema CommerceCreditLedgerResponse. */
export interface BillingCreditLedger {
  /** The id of this one change. */
  readonly id: string;
  /** Whose credit it is. */
  readonly payerId: string;
  /** By how much the credit changed. */
  readonly amount: BillingMoneyAmount;
  /** What changed it: `grant`, … */
  readonly sourceType: string;
  /** The id of what changed it, of the kind that `sourceType` says. */
  readonly sourceId: string;
  /** What was said about it, for your own records. */
  readonly note: string | null;
  /** When it was made: a date and time as RFC 3339 writes them. */
  readonly createdAt: string;
}

/** Reads a resource whose `object` is `commerce_credit_balance`. */
export const readBillingCreditBalance = shape<BillingCreditBalance>({
  balance: oneOr(readMoney, null),
});

/** Reads a resource whose `object` is `commerce_credit_ledger`. */
export const readBillingCreditLedger = shape<BillingCreditLedger>({
  id: given,
  payerId: given,
  amount: always(readMoney),
  sourceType: given,
  sourceId: given,
  note: orNull,
  createdAt: given,
});

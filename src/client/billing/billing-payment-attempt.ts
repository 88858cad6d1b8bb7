import { camelize } from '../casing.js';
import { always, oneOr } from '../nested.js';
import { type Field, given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readBillingPayer } from './billing-payer.js';
import type { BillingPayer } from './billing-payer.js';
import { readBillingPaymentMethod } from './billing-payment-method.js';
import type { BillingPaymentMethod } from './billing-payment-method.js';
import { readTotals } from './billing-totals.js';
import type { BillingTotals } from './billing-totals.js';

/** One try to be paid. All times are Unix times in milliseconds. Source: schema BillingPaymentAttempt. */
export interface BillingPaymentAttempt {
  /** The id by which statements and webhooks name it. */
  readonly id: string;
  /** The payment that it was a try of. */
  readonly paymentId: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** What was charged for: `checkout`, `recurring`, … */
  readonly chargeType: string;
  /** Who gets the money. */
  readonly payeeId: string;
  /** Who is paid: what the API says of them, with its keys in camel case. */
  readonly payee: Readonly<Record<string, unknown>>;
  /** Who pays: a payer's id, which is no user's. */
  readonly payerId: string;
  /** Who pays. */
  readonly payer: BillingPayer;
  /** The subscription's item that is paid for. */
  readonly subscriptionItemId?: string;
  /** What was paid for: what the API says of it, with its keys in camel case. */
  readonly subscriptionItem?: Readonly<Record<string, unknown>>;
  /** How much was to be paid. */
  readonly amount: BillingMoneyAmount;
  /** What the amount is made of. */
  readonly totals: BillingTotals | null;
  /** What it was to be paid with. */
  readonly paymentMethodId: string;
  /** What it was to be paid with, in detail. */
  readonly paymentMethod: BillingPaymentMethod;
  /** The statement that it is on. */
  readonly statementId: string;
  /** Its id where the payment is handled. */
  readonly gatewayExternalId: string | null;
  /** Its page where the payment is handled. */
  readonly gatewayExternalUrl: string | null;
  /** `pending` until the payment service has answered. */
  readonly status: 'pending' | 'paid' | 'failed';
  /** When it went through: a Unix time in milliseconds; null if it hasn't. */
  readonly paidAt: number | null;
  /** When it failed: a Unix time in milliseconds; null if it hasn't. */
  readonly failedAt: number | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Objects whose fields the API's specification doesn't tell. */
const asGiven: Field<never> = { read: (value) => given.read(camelize(value)) };

/** Reads a resource whose `object` is `commerce_payment`. */
export const readBillingPaymentAttempt = shape<BillingPaymentAttempt>({
  id: given,
  paymentId: given,
  instanceId: given,
  chargeType: given,
  payeeId: given,
  payee: asGiven,
  payerId: given,
  payer: always(readBillingPayer),
  subscriptionItemId: given,
  subscriptionItem: asGiven,
  amount: always(readMoney),
  totals: oneOr(readTotals, null),
  paymentMethodId: given,
  paymentMethod: always(readBillingPaymentMethod),
  statementId: given,
  gatewayExternalId: given,
  gatewayExternalUrl: given,
  status: given,
  paidAt: given,
  failedAt: given,
  createdAt: given,
  updatedAt: given,
});

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
  readonly id: string;
  /** The payment that it was a try of. */
  readonly paymentId: string;
  readonly instanceId: string;
  /** What was charged for: `checkout`, `recurring`, … */
  readonly chargeType: string;
  readonly payeeId: string;
  /** Who is paid: what the API says of them, with its keys in camel case. */
  readonly payee: Readonly<Record<string, unknown>>;
  readonly payerId: string;
  readonly payer: BillingPayer;
  readonly subscriptionItemId?: string;
  /** What was paid for: what the API says of it, with its keys in camel case. */
  readonly subscriptionItem?: Readonly<Record<string, unknown>>;
  readonly amount: BillingMoneyAmount;
  /** What the amount is made of. */
  readonly totals: BillingTotals | null;
  readonly paymentMethodId: string;
  readonly paymentMethod: BillingPaymentMethod;
  readonly statementId: string;
  /** Its id where the payment is handled. */
  readonly gatewayExternalId: string | null;
  /** Its page where the payment is handled. */
  readonly gatewayExternalUrl: string | null;
  readonly status: 'pending' | 'paid' | 'failed';
  readonly paidAt: number | null;
  readonly failedAt: number | null;
  readonly createdAt: number;
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

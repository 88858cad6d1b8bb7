import { always, oneOr, optionalListOf } from '../nested.js';
import { given, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readPerUnitTotal } from './billing-per-unit-total.js';
import type { BillingPerUnitTotal } from './billing-per-unit-total.js';
import { readTotals } from './billing-totals.js';
import type { BillingTotals } from './billing-totals.js';

/** What is to be paid next, and when. Source: schemas Commerce*NextPayment*. */
export interface BillingNextPayment {
  /** A Unix time in milliseconds. */
  date: number;
  /** The plan's base fee, without units such as seats. */
  amount: BillingMoneyAmount;
  /** What units, such as seats, will cost. */
  perUnitTotals?: BillingPerUnitTotal[];
  /** What the amount is made of. */
  totals?: BillingTotals;
}

/** Reads `next_payment`. */
export const readNextPayment = shape<BillingNextPayment>({
  date: given,
  amount: always(readMoney),
  perUnitTotals: optionalListOf(readPerUnitTotal),
  totals: oneOr(readTotals, undefined),
});

import { oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** How often a price can be paid. */
export type BillingPeriods = 'month' | 'annual' | 'both';

/** What a plan costs: its usual price, or one for some customers. Source: schema BillingPriceResponse. */
export interface BillingPrice {
  /** What `priceId`, `fromPriceId` and `toPriceId` are. */
  readonly id: string;
  /** The plan that it is of. */
  readonly planId: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** An ISO 4217 code: `USD`. */
  readonly currency: string;
  /** `$`. */
  readonly currencySymbol: string;
  /** For a month, in the currency's smallest unit. */
  readonly amount: number;
  /** For a month when paid by the year, in the currency's smallest unit. */
  readonly annualMonthlyAmount: number;
  /** For a month. */
  readonly fee: BillingMoneyAmount | null;
  /** For a month, when paid by the year. */
  readonly annualMonthlyFee: BillingMoneyAmount | null;
  /** What tells it from the plan's other prices; null for nothing. */
  readonly description: string | null;
  /** Whether it is the plan's usual price. */
  readonly isDefault: boolean;
  /** A Unix time in milliseconds. */
  readonly createdAt: number;
  /** How often it can be paid. */
  readonly supportedBillingPeriods: BillingPeriods;
}

/** Reads a resource whose `object` is `commerce_price`. */
export const readBillingPrice = shape<BillingPrice>({
  id: given,
  planId: given,
  instanceId: given,
  currency: given,
  currencySymbol: given,
  amount: given,
  annualMonthlyAmount: given,
  fee: oneOr(readMoney, null),
  annualMonthlyFee: oneOr(readMoney, null),
  description: orNull,
  isDefault: given,
  createdAt: given,
  supportedBillingPeriods: given,
});

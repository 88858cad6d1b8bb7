import { withHidden } from '../hidden.js';
import { always, oneOr, optionalListOf } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import { readCredits } from './billing-credits.js';
import type { BillingCredits } from './billing-credits.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readNextPayment } from './billing-next-payment.js';
import type { BillingNextPayment } from './billing-next-payment.js';
import { readBillingPayer } from './billing-payer.js';
import type { BillingPayer } from './billing-payer.js';
import { readBillingPaymentMethod } from './billing-payment-method.js';
import type { BillingPaymentMethod } from './billing-payment-method.js';
import { readPerUnitTotalTier } from './billing-per-unit-total.js';
import type { BillingPerUnitTotalTier } from './billing-per-unit-total.js';
import { readBillingPlan } from './billing-plan.js';
import type { BillingPlan } from './billing-plan.js';
import { readTotals } from './billing-totals.js';
import type { BillingTotals } from './billing-totals.js';

/** The states of a subscription's item. */
export type BillingSubscriptionItemStatus =
  | 'abandoned'
  | 'active'
  | 'canceled'
  | 'ended'
  | 'expired'
  | 'incomplete'
  | 'past_due'
  | 'upcoming';

/** The seats that an organization has with a subscription's item. */
export interface BillingSubscriptionItemSeats {
  /** How many; null for any number. */
  readonly quantity: number | null;
  /** What the seats cost in each tier that they reach. */
  readonly tiers?: BillingPerUnitTotalTier[];
}

/** What an item has beside the fields of the vendor's client. */
interface Hidden {
  /** Who pays for it. */
  readonly payer?: BillingPayer;
  /** What it is paid with. */
  readonly paymentMethod?: BillingPaymentMethod;
  /** The credits that lower what it costs. */
  readonly credits?: BillingCredits | null;
  /** What it costs, in detail. */
  readonly totals?: BillingTotals | null;
}

/**
 * One plan of a subscription. All times are Unix times in milliseconds. Source: schema
 * CommerceSubscriptionItem.
 *
 * `payer`, `paymentMethod`, `credits` and `totals` are not enumerable, as the vendor's client
 * doesn't have them: a copy made by spreading, and `JSON.stringify`, leave them out.
 */
export interface BillingSubscriptionItem extends Hidden {
  /** What the methods on `subscriptionItemId` take. */
  readonly id: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** `canceled` is still good until `periodEnd`; `upcoming` begins later. */
  readonly status: BillingSubscriptionItemStatus;
  /** How often it is paid. */
  readonly planPeriod: 'month' | 'annual';
  /** When the current period began. */
  readonly periodStart: number;
  /** What is due next, and when; null for nothing. */
  readonly nextPayment: BillingNextPayment | null | undefined;
  /** What it costs now. */
  readonly amount: BillingMoneyAmount | undefined;
  /** What is subscribed to. */
  readonly plan: BillingPlan | null;
  /** The id of what is subscribed to. */
  readonly planId: string | null;
  /** At which of the plan's prices. */
  readonly priceId: string | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** When the current period ends. */
  readonly periodEnd: number | null;
  /** When it was canceled, which is not when it ends; null if it was not. */
  readonly canceledAt: number | null;
  /** Since when it has not been paid. */
  readonly pastDueAt: number | null;
  /** When it was over; null while it isn't. */
  readonly endedAt: number | null;
  /** Who pays: a payer's id, which is no user's. */
  readonly payerId: string | undefined;
  /** Whether it is being tried and not paid yet. */
  readonly isFreeTrial: boolean;
  /** What has been paid for it so far. */
  readonly lifetimePaid?: BillingMoneyAmount;
  /** How many members an organization may have with it, where seats are sold. */
  readonly seats?: BillingSubscriptionItemSeats;
}

const readSeats = shape<BillingSubscriptionItemSeats>({
  quantity: given,
  tiers: optionalListOf(readPerUnitTotalTier),
});

const readFields = shape<Omit<BillingSubscriptionItem, keyof Hidden>>({
  id: given,
  instanceId: given,
  status: given,
  planPeriod: given,
  periodStart: given,
  nextPayment: always(readNextPayment),
  amount: oneOr(readMoney, undefined),
  plan: oneOr(readBillingPlan, null),
  planId: orNull,
  priceId: orNull,
  createdAt: given,
  updatedAt: given,
  periodEnd: given,
  canceledAt: given,
  pastDueAt: given,
  endedAt: given,
  payerId: given,
  isFreeTrial: given,
  lifetimePaid: oneOr(readMoney, undefined),
  seats: oneOr(readSeats, undefined),
});

const readHidden = shape<Hidden>({
  payer: oneOr(readBillingPayer, undefined),
  paymentMethod: oneOr(readBillingPaymentMethod, undefined),
  credits: always(readCredits),
  totals: always(readTotals),
});

/** Reads a resource whose `object` is `commerce_subscription_item`. */
export function readBillingSubscriptionItem(wire: WireObject): BillingSubscriptionItem {
  return withHidden(readFields(wire), readHidden(wire));
}

import { oneOr } from '../nested.js';
import { given, many, orNull, shape } from '../shape.js';
import { readNextPayment } from './billing-next-payment.js';
import type { BillingNextPayment } from './billing-next-payment.js';
import { readBillingSubscriptionItem } from './billing-subscription-item.js';
import type { BillingSubscriptionItem } from './billing-subscription-item.js';

/** The states of a subscription. */
export type BillingSubscriptionStatus =
  'active' | 'past_due' | 'canceled' | 'ended' | 'abandoned' | 'incomplete';

/** All that a user or an organization subscribes to. All times are Unix times in milliseconds. Source: schema CommerceSubscription. */
export interface BillingSubscription {
  /** Its id; what can be changed are its items. */
  readonly id: string;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId: string;
  /** The state of the whole; each item has one of its own. */
  readonly status: BillingSubscriptionStatus;
  /** Who pays. */
  readonly payerId: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Since when it has been active; null if it never was. */
  readonly activeAt: number | null;
  /** Since when it has not been paid. */
  readonly pastDueAt: number | null;
  /** One for each plan. */
  readonly subscriptionItems: BillingSubscriptionItem[];
  /** What is due next, and when; null for nothing. */
  readonly nextPayment: BillingNextPayment | null;
  /** Whether the payer may still try a plan. */
  readonly eligibleForFreeTrial: boolean;
}

/** Reads a resource whose `object` is `commerce_subscription`. */
export const readBillingSubscription = shape<BillingSubscription>({
  id: given,
  instanceId: given,
  status: given,
  payerId: given,
  createdAt: given,
  updatedAt: given,
  activeAt: orNull,
  pastDueAt: orNull,
  subscriptionItems: many(readBillingSubscriptionItem),
  nextPayment: oneOr(readNextPayment, null),
  eligibleForFreeTrial: { read: (value) => value === true },
});

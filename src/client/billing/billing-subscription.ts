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
  readonly id: string;
  readonly instanceId: string;
  readonly status: BillingSubscriptionStatus;
  /** Who pays. */
  readonly payerId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly activeAt: number | null;
  /** Since when it has not been paid. */
  readonly pastDueAt: number | null;
  /** One for each plan. */
  readonly subscriptionItems: BillingSubscriptionItem[];
  readonly nextPayment: BillingNextPayment | null;
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

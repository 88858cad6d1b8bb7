import { always, oneOr } from '../nested.js';
import { given, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readBillingPlan } from './billing-plan.js';
import type { BillingPlan } from './billing-plan.js';
import { readBillingPrice } from './billing-price.js';
import type { BillingPrice } from './billing-price.js';
import { readBillingSubscriptionItem } from './billing-subscription-item.js';
import type { BillingSubscriptionItem } from './billing-subscription-item.js';

/** What a change of price did. All times are Unix times in milliseconds. Source: schema CommercePriceTransitionDetails. */
export interface BillingPriceTransitionDetails {
  /** The plan that the payer had before. */
  readonly previousPlan: BillingPlan;
  /** The price that the payer had before. */
  readonly previousPrice: BillingPrice;
  /** From when the new price counts. */
  readonly effectiveAt: number;
  /** Whether the new price counts at once or from the next period on. */
  readonly effectiveMode: 'immediate' | 'end_of_period';
  /** When the next payment is due; null for never. */
  readonly nextBillingDate: number | null;
  /** Whether the payer had to pay at once. */
  readonly chargedImmediately: boolean;
  /** What was charged at once. */
  readonly immediateCharge: BillingMoneyAmount | null;
  /** What became of the item with the old price. */
  readonly previousSubscriptionItemStatus: 'canceled' | 'ended' | 'abandoned';
  /** The item with the old price. */
  readonly previousSubscriptionItemId: string;
}

/** A change of price. Source: schema CommercePriceTransitionResponse. */
export interface BillingPriceTransition {
  /** The item with the new price. */
  readonly subscriptionItem: BillingSubscriptionItem;
  /** What the change did to the item before it. */
  readonly transition: BillingPriceTransitionDetails;
}

const readDetails = shape<BillingPriceTransitionDetails>({
  previousPlan: always(readBillingPlan),
  previousPrice: always(readBillingPrice),
  effectiveAt: given,
  effectiveMode: given,
  nextBillingDate: orNull,
  chargedImmediately: given,
  immediateCharge: oneOr(readMoney, null),
  previousSubscriptionItemStatus: given,
  previousSubscriptionItemId: given,
});

/** Reads a resource whose `object` is `commerce_price_transition`. */
export const readBillingPriceTransition = shape<BillingPriceTransition>({
  subscriptionItem: always(readBillingSubscriptionItem),
  transition: always(readDetails),
});

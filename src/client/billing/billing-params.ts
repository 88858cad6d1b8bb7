import type { ClerkPaginationRequest } from '../page.js';
import type { BillingPeriods } from './billing-price.js';

/** Which plans to list. */
export type GetPlanListParams = ClerkPaginationRequest<{
  /** Who can subscribe to them. */
  readonly payerType: 'org' | 'user';
}>;

/** How to cancel a subscription's item. */
export interface CancelSubscriptionItemParams {
  /** True for at once; false, the default, for when the period that was paid for ends. */
  readonly endNow?: boolean;
}

/** How long a free trial is to be. */
export interface ExtendSubscriptionItemFreeTrialParams {
  /** When it is to end: in the future, and at most 365 days from now. */
  readonly extendTo: Date;
}

/** Which prices to list. */
export type GetPriceListParams = ClerkPaginationRequest<{
  /** The plan that they are of. */
  readonly planId?: string;
}>;

/** What to make a price of. */
export interface CreatePriceParams {
  /** The plan that it is of. */
  readonly planId: string;
  /** An ISO 4217 code. Default `USD`. */
  readonly currency?: string;
  /** For a month, in the currency's smallest unit: 0, or at least 100. Null for a price that is paid by the year alone. */
  readonly amount: number | null;
  /** For a month when paid by the year, in the currency's smallest unit: 0, or at least 100. */
  readonly annualMonthlyAmount?: number | null;
  /** What tells it from the plan's other prices. */
  readonly description?: string;
  /** How often it can be paid. Without it, what there are amounts for. */
  readonly supportedBillingPeriods?: BillingPeriods;
}

/** Which subscriptions' items to list. */
export type GetSubscriptionItemListParams = ClerkPaginationRequest<{
  /** The state that they are in. */
  readonly status?: 'active' | 'ended' | 'past_due' | 'upcoming' | 'free_trial';
  /** Who pays. */
  readonly payerType?: 'org' | 'user';
  /** The id of the plan that they are of. */
  readonly planId?: string;
  /** Whether to list those of plans that cost nothing, too. Default false. */
  readonly includeFree?: boolean;
  /** What to look for. */
  readonly query?: string;
}>;

/** From which price to which other. */
export interface CreatePriceTransitionParams {
  /** The price that the item has. */
  readonly fromPriceId: string;
  /** The price that it is to have. */
  readonly toPriceId: string;
}

/** Which discount an item is to have. */
export interface ApplySubscriptionItemDiscountParams {
  /** The id of a discount that the instance has. */
  readonly discountId: string;
}

/** How a credit is to change. */
export interface AdjustBillingCreditBalanceParams {
  /** By how much, in the currency's smallest unit; more than nothing. */
  readonly amount: number;
  /** Whether the payer has more or less afterwards. */
  readonly action: 'increase' | 'decrease';
  /** An ISO 4217 code. Default `USD`. */
  readonly currency?: string;
  /** A name of this change: a second call with it changes nothing, and is answered as the first. */
  readonly idempotencyKey: string;
  /** Why, for your own records. */
  readonly note?: string;
}

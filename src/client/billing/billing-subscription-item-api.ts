import { bind } from '../bind.js';
import type { Send } from '../api-call.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { BillingDiscountRedemption } from './billing-discount-redemption.js';
import type {
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetSubscriptionItemListParams,
} from './billing-params.js';
import type { BillingPriceTransition } from './billing-price-transition.js';
import type { BillingSubscriptionItem } from './billing-subscription-item.js';

/** The operations of billing on single items of subscriptions. */
export interface BillingSubscriptionItemApi {
  /**
   * Lists the items of all subscriptions, newest first.
   *
   * Source: GET /billing/subscription_items.
   *
   * @param params Which ones, and which page of them.
   */
  getSubscriptionItemList(
    params?: GetSubscriptionItemListParams,
  ): Promise<PaginatedResourceResponse<BillingSubscriptionItem[]>>;

  /**
   * Lists the items of all subscriptions one after the other, page by page.
   *
   * Source: GET /billing/subscription_items.
   *
   * @param params Which ones; `limit` is the size of a page.
   */
  eachSubscriptionItem(
    params?: GetSubscriptionItemListParams,
  ): AsyncIterableIterator<BillingSubscriptionItem>;

  /**
   * Cancels an item: the payer's plan ends.
   *
   * Source: DELETE /billing/subscription_items/{subscription_item_id}.
   *
   * @param subscriptionItemId The item's id (`csub_item_…`).
   * @param params At once, or when the period that was paid for ends; without it the latter.
   */
  cancelSubscriptionItem(
    subscriptionItemId: string,
    params?: CancelSubscriptionItemParams,
  ): Promise<BillingSubscriptionItem>;

  /**
   * Makes a free trial that is going on longer.
   *
   * Source: POST /billing/subscription_items/{subscription_item_id}/extend_free_trial.
   *
   * @param subscriptionItemId The item's id (`csub_item_…`).
   * @param params Until when.
   */
  extendSubscriptionItemFreeTrial(
    subscriptionItemId: string,
    params: ExtendSubscriptionItemFreeTrialParams,
  ): Promise<BillingSubscriptionItem>;

  /**
   * Gives an item another price, at once or from the next period on, as the plans say.
   *
   * Source: POST /billing/subscription_items/{subscription_item_id}/price_transition.
   *
   * @param subscriptionItemId The item's id (`csub_item_…`).
   * @param params From which price to which.
   */
  createPriceTransition(
    subscriptionItemId: string,
    params: CreatePriceTransitionParams,
  ): Promise<BillingPriceTransition>;

  /**
   * Gives an item a discount, in the place of the one that it has.
   *
   * Source: POST /billing/subscription_items/{subscription_item_id}/discounts.
   *
   * @param subscriptionItemId The item's id (`csub_item_…`).
   * @param params Which discount.
   */
  applySubscriptionItemDiscount(
    subscriptionItemId: string,
    params: ApplySubscriptionItemDiscountParams,
  ): Promise<BillingDiscountRedemption>;

  /**
   * Takes the discount away that an item has.
   *
   * Source: DELETE /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}.
   *
   * @param subscriptionItemId The item's id (`csub_item_…`).
   * @param discountId The discount's id; it has to be the one that the item has.
   */
  removeSubscriptionItemDiscount(
    subscriptionItemId: string,
    discountId: string,
  ): Promise<BillingDiscountRedemption>;
}

/** The operations of {@link BillingSubscriptionItemApi}. */
export const billingSubscriptionItemRoutes = routes<BillingSubscriptionItemApi>()({
  getSubscriptionItemList: 'GET /billing/subscription_items',
  cancelSubscriptionItem: 'DELETE /billing/subscription_items/{subscriptionItemId}',
  extendSubscriptionItemFreeTrial:
    'POST /billing/subscription_items/{subscriptionItemId}/extend_free_trial',
  createPriceTransition: 'POST /billing/subscription_items/{subscriptionItemId}/price_transition',
  applySubscriptionItemDiscount: 'POST /billing/subscription_items/{subscriptionItemId}/discounts',
  removeSubscriptionItemDiscount:
    'DELETE /billing/subscription_items/{subscriptionItemId}/discounts/{discountId}',
});

/** @param send What makes the calls. */
export function bindBillingSubscriptionItemApi(send: Send): BillingSubscriptionItemApi {
  const operations = bind(billingSubscriptionItemRoutes, send);
  return {
    ...operations,
    eachSubscriptionItem: (params) => eachOf(operations.getSubscriptionItemList, params),
  };
}

export type { BillingApi } from './billing-api.js';
export type { BillingCreditBalance, BillingCreditLedger } from './billing-credit-balance.js';
export type {
  BillingCredits,
  BillingPayerCredit,
  BillingProrationCreditDetail,
} from './billing-credits.js';
export type { BillingDiscountRedemption } from './billing-discount-redemption.js';
export type {
  BillingAppliedDiscount,
  BillingDiscounts,
  BillingProrationDiscount,
} from './billing-discounts.js';
export type { BillingMoneyAmount } from './billing-money-amount.js';
export type { BillingNextPayment } from './billing-next-payment.js';
export type {
  AdjustBillingCreditBalanceParams,
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetPlanListParams,
  GetPriceListParams,
  GetSubscriptionItemListParams,
} from './billing-params.js';
export type { BillingPayerApi } from './billing-payer-api.js';
export type { BillingPayer } from './billing-payer.js';
export type { BillingPaymentAttempt } from './billing-payment-attempt.js';
export type { BillingPaymentMethod } from './billing-payment-method.js';
export type { BillingPerUnitTotal, BillingPerUnitTotalTier } from './billing-per-unit-total.js';
export type { BillingPlanUnitPrice, BillingPlanUnitPriceTier } from './billing-plan-unit-price.js';
export type { BillingPlan } from './billing-plan.js';
export type {
  BillingPriceTransition,
  BillingPriceTransitionDetails,
} from './billing-price-transition.js';
export type { BillingPeriods, BillingPrice } from './billing-price.js';
export type {
  BillingStatement,
  BillingStatementGroup,
  BillingStatementTotals,
} from './billing-statement.js';
export type { BillingSubscriptionItemApi } from './billing-subscription-item-api.js';
export type {
  BillingSubscriptionItem,
  BillingSubscriptionItemSeats,
  BillingSubscriptionItemStatus,
} from './billing-subscription-item.js';
export type { BillingSubscription, BillingSubscriptionStatus } from './billing-subscription.js';
export type { BillingPeriodTotals, BillingTotals } from './billing-totals.js';
export type { Feature } from './feature.js';

import type { BillingMoneyAmountJSON, BillingPayerJSON } from './billing-money.js';

/** An item of a subscription, as payments list it. Times are Unix times in milliseconds. Source: schema BillingSubscriptionItem. */
export interface BillingSubscriptionItemJSON {
  readonly id: string;
  readonly object: 'commerce_subscription_item';
  readonly status:
    | 'abandoned'
    | 'active'
    | 'canceled'
    | 'ended'
    | 'expired'
    | 'incomplete'
    | 'past_due'
    | 'upcoming';
  readonly created_at: number;
  readonly updated_at: number;
  readonly period_start: number;
  readonly period_end: number;
  readonly interval: 'month' | 'annual';
  readonly plan_id: string | null;
  readonly plan: BillingPlanJSON | null;
  readonly payer?: BillingPayerJSON;
  readonly subscription_id?: string;
  /** @deprecated By Clerk. */
  readonly credit?: BillingProrationCreditJSON;
  readonly credits?: BillingCreditsJSON | null;
}

/** A plan; `amount` is in the currency's smallest unit. Source: schema BillingPlan. */
export interface BillingPlanJSON {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly is_recurring: boolean;
  readonly amount: number;
  readonly currency: string;
}

/** All that is credited. Source: schema BillingSubscriptionCredits. */
export interface BillingCreditsJSON {
  readonly proration?: BillingProrationCreditJSON | null;
  readonly payer?: BillingPayerCreditJSON | null;
  readonly total: BillingMoneyAmountJSON;
}

/** What is credited for the rest of a period. Source: schema BillingSubscriptionCredit. */
export interface BillingProrationCreditJSON {
  readonly amount: BillingMoneyAmountJSON;
  readonly cycle_days_remaining: number;
  readonly cycle_days_total: number;
  /** From 0 to 1. */
  readonly cycle_remaining_percent: number;
}

/** What is taken from the credit of a payer. Source: schema BillingSubscriptionPayerCredit. */
export interface BillingPayerCreditJSON {
  readonly applied_amount: BillingMoneyAmountJSON;
  readonly remaining_balance: BillingMoneyAmountJSON;
}

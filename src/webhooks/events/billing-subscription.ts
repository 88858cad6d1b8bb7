import type { BillingPayerJSON } from './billing-money.js';

/** A subscription. Times are Unix times in milliseconds. Source: schema SubscriptionEventPayload. */
export interface BillingSubscriptionWebhookEventJSON {
  readonly object: 'commerce_subscription';
  readonly id: string;
  readonly status: 'ended' | 'canceled' | 'abandoned' | 'past_due' | 'active' | 'incomplete';
  readonly active_at: number | null;
  readonly canceled_at: number | null;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly past_due_at: number | null;
  readonly updated_at: number;
  readonly latest_payment_id: string | null;
  readonly payer_id: string;
  readonly payer: BillingPayerJSON;
  readonly payment_source_id: string | null;
  readonly items: readonly BillingSubscriptionItemWebhookEventJSON[];
}

/** An item of a subscription. Times are Unix times in milliseconds. Source: schema BillingSubscriptionItemEventPayload. */
export interface BillingSubscriptionItemWebhookEventJSON {
  readonly object: 'commerce_subscription_item';
  readonly id: string;
  readonly status:
    'abandoned' | 'active' | 'canceled' | 'ended' | 'incomplete' | 'past_due' | 'upcoming';
  readonly is_free_trial: boolean;
  readonly created_at: number;
  readonly updated_at: number;
  readonly period_start: number;
  /** Null for a default plan, which has no end. */
  readonly period_end: number | null;
  readonly interval: string;
  readonly plan_id: string | null;
  readonly plan: BillingSubscriptionItemPlanJSON | null;
  readonly payer?: BillingPayerJSON;
  readonly subscription_id: string | null;
  readonly seats?: BillingSeatsJSON;
}

/** The plan of an item; `amount` is in the currency's smallest unit. Source: schema BillingSubscriptionItemEventPlan. */
export interface BillingSubscriptionItemPlanJSON {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly is_recurring: boolean;
  readonly amount: number;
  readonly currency: string;
  readonly unit_prices?: readonly BillingUnitPriceJSON[];
}

/** A price for each unit. Source: schema BillingSubscriptionItemEventPlanUnitPrice. */
export interface BillingUnitPriceJSON {
  readonly name: string;
  readonly block_size: number;
  readonly tiers: readonly BillingUnitPriceTierJSON[];
}

/** A tier of a price; the amount is in the currency's smallest unit. Times are Unix times in milliseconds. Source: schema BillingSubscriptionItemEventPlanUnitPriceTier. */
export interface BillingUnitPriceTierJSON {
  readonly starts_at_block: number;
  /** Null for no end. */
  readonly ends_after_block: number | null;
  readonly amount_per_block: number;
  readonly currency: string;
}

/** How many seats there are; null for any number. Source: schema BillingSeats. */
export interface BillingSeatsJSON {
  readonly quantity: number | null;
}

import type { BillingSubscriptionItemJSON } from './billing-item.js';
import type { BillingMoneyAmountJSON, BillingPayerJSON } from './billing-money.js';

/** An attempt at a payment. Times are Unix times in milliseconds. Source: schema PaymentAttemptEventPayload. */
export interface BillingPaymentAttemptWebhookEventJSON {
  readonly id: string;
  readonly instance_id: string;
  readonly payment_id: string;
  /** @deprecated By Clerk. */
  readonly invoice_id: string;
  readonly statement_id: string;
  readonly gateway_external_id: string;
  readonly status: 'pending' | 'paid' | 'failed';
  readonly created_at: number;
  readonly updated_at: number;
  readonly paid_at: number | null;
  readonly failed_at: number | null;
  /** Null unless it failed. */
  readonly failed_reason: BillingPaymentFailedReasonJSON | null;
  readonly billing_date: number;
  readonly charge_type: 'checkout' | 'recurring';
  readonly payee: BillingPayeeJSON;
  readonly payer: BillingPayerJSON;
  readonly totals: BillingTotalsJSON;
  readonly payment_source: BillingPaymentSourceJSON;
  readonly subscription_items: readonly BillingSubscriptionItemJSON[];
}

/** Why a payment failed. Source: schema BillingPaymentFailedReason. */
export interface BillingPaymentFailedReasonJSON {
  readonly code: string;
  readonly decline_code: string;
}

/** Who a payment goes to. Source: schema BillingPayee. */
export interface BillingPayeeJSON {
  readonly id: string;
  readonly gateway_type: string;
  readonly gateway_external_id: string;
  readonly gateway_status: string;
}

/** What is paid with. Source: schema BillingPaymentSource. */
export interface BillingPaymentSourceJSON {
  readonly id: string;
  readonly gateway: string;
  readonly gateway_external_id: string;
  readonly gateway_external_account_id: string | null;
  readonly payment_method: 'link' | 'card';
  readonly status: 'active' | 'disconnected';
  readonly card_type: string | null;
  readonly last4: string | null;
}

/** What a payment comes to. Source: schema BillingTotals. */
export interface BillingTotalsJSON {
  readonly subtotal: BillingMoneyAmountJSON;
  readonly tax_total: BillingMoneyAmountJSON;
  readonly grand_total: BillingMoneyAmountJSON;
  readonly per_unit_totals?: readonly BillingPerUnitTotalJSON[];
}

/** What the units of one price come to. Source: schema BillingUnitTotal. */
export interface BillingPerUnitTotalJSON {
  readonly name?: string;
  readonly amount?: number;
  readonly quantity?: number | null;
  readonly total?: number;
  readonly currency?: string;
}

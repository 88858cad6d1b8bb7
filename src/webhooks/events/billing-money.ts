/** An amount of money; `amount` is in the currency's smallest unit. Source: schema BillingAmount. */
export interface BillingMoneyAmountJSON {
  readonly amount: number;
  readonly amount_formatted: string;
  readonly currency: string;
  readonly currency_symbol: string;
}

/** Who pays: a user, or an organization. Times are Unix times in milliseconds. Source: schema BillingPayerEventPayload. */
export interface BillingPayerJSON {
  readonly object?: 'commerce_payer';
  readonly id: string;
  /** Of users only. */
  readonly user_id?: string;
  /** Of users only. */
  readonly first_name?: string;
  /** Of users only. */
  readonly last_name?: string;
  readonly email: string;
  /** Of organizations only. */
  readonly organization_id?: string;
  /** Of organizations only. */
  readonly organization_name?: string;
  readonly image_url: string;
  readonly created_at?: number;
  readonly updated_at?: number;
}

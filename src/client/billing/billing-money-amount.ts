import { given, shape } from '../shape.js';

/** An amount of money. Source: schema CommerceMoneyResponse. */
export interface BillingMoneyAmount {
  /** In the currency's smallest unit: 1000 for $10.00. */
  readonly amount: number;
  /** As text: `10.00`. */
  readonly amountFormatted: string;
  /** An ISO 4217 code: `USD`. */
  readonly currency: string;
  /** `$`. */
  readonly currencySymbol: string;
}

/** Reads an amount of money. */
export const readMoney = shape<BillingMoneyAmount>({
  amount: given,
  amountFormatted: given,
  currency: given,
  currencySymbol: given,
});

import { given, orNull, shape } from '../shape.js';

/** What a payer pays with. Times are Unix times in milliseconds. Source: schema CommercePaymentMethodResponse. */
export interface BillingPaymentMethod {
  readonly id: string;
  readonly payerId: string;
  readonly paymentType: 'card' | 'link' | 'payer-credits';
  /** Whether it is the one that the payer prefers. */
  readonly isDefault?: boolean;
  /** Who handles the payment. */
  readonly gateway: string;
  /** Its id there. */
  readonly gatewayExternalId: string;
  /** The account's id there. */
  readonly gatewayExternalAccountId: string | null;
  /** The last four digits of a card. */
  readonly last4: string | null;
  readonly status: 'active' | 'disconnected';
  readonly walletType: string | null;
  readonly cardType: string | null;
  readonly expiryYear: number | null;
  readonly expiryMonth: number | null;
  readonly createdAt?: number;
  readonly updatedAt?: number;
  readonly isRemovable?: boolean;
}

/** Reads a resource whose `object` is `commerce_payment_method`. */
export const readBillingPaymentMethod = shape<BillingPaymentMethod>({
  id: given,
  payerId: given,
  paymentType: given,
  isDefault: given,
  gateway: given,
  gatewayExternalId: given,
  gatewayExternalAccountId: given,
  last4: given,
  status: given,
  walletType: orNull,
  cardType: given,
  expiryYear: orNull,
  expiryMonth: orNull,
  createdAt: given,
  updatedAt: given,
  isRemovable: given,
});

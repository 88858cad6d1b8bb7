import { given, orNull, shape } from '../shape.js';

/** What a payer pays with. Times are Unix times in milliseconds. Source: schema CommercePaymentMethodResponse. */
export interface BillingPaymentMethod {
  /** Its id here; `gatewayExternalId` is that of the payment service. */
  readonly id: string;
  /** Whose it is: a payer's id, which is no user's. */
  readonly payerId: string;
  /** What it is; `payer-credits` for what the payer has in credit. */
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
  /** `disconnected` for one that can't be charged any more. */
  readonly status: 'active' | 'disconnected';
  /** The wallet that the card is in; null for none. */
  readonly walletType: string | null;
  /** The card's brand; null where it is no card. */
  readonly cardType: string | null;
  /** The last year in which the card is good; null where it is no card. */
  readonly expiryYear: number | null;
  /** The last month in which the card is good, 1 to 12; null where it is no card. */
  readonly expiryMonth: number | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt?: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt?: number;
  /** Whether the payer may take it away. */
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

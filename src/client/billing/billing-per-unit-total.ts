import { always } from '../nested.js';
import { given, many, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What the units of one step of a price cost. Source: schema CommercePerUnitTotalTier. */
export interface BillingPerUnitTotalTier {
  /** How many units; null for any number. */
  readonly quantity: number | null;
  /** For one block of units. */
  readonly feePerBlock: BillingMoneyAmount;
  /** For all of them. */
  readonly total: BillingMoneyAmount;
}

/** What a number of units costs. Source: schema CommercePerUnitTotal. */
export interface BillingPerUnitTotal {
  /** What is counted: `seats`. */
  readonly name: string;
  /** How many units a block has. */
  readonly blockSize: number;
  /** What the units cost in each tier that they reach. */
  readonly tiers: BillingPerUnitTotalTier[];
}

/** Reads one step of a price. */
export const readPerUnitTotalTier = shape<BillingPerUnitTotalTier>({
  quantity: given,
  feePerBlock: always(readMoney),
  total: always(readMoney),
});

/** Reads one item of `per_unit_totals`. */
export const readPerUnitTotal = shape<BillingPerUnitTotal>({
  name: given,
  blockSize: given,
  tiers: many(readPerUnitTotalTier),
});

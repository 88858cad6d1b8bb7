import { always } from '../nested.js';
import { given, many, orNull, shape } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';

/** What blocks of units cost, from one number of them to another. Source: schema CommercePlanUnitPriceTier. */
export interface BillingPlanUnitPriceTier {
  /** The first block that it counts for. */
  readonly startsAtBlock: number;
  /** The last block that it counts for; null for all that follow. */
  readonly endsAfterBlock: number | null;
  /** What each block of units costs in this tier. */
  readonly feePerBlock: BillingMoneyAmount;
}

/** What units of a plan cost. Source: schema CommercePlanUnitPrice. */
export interface BillingPlanUnitPrice {
  /** What is counted: `seats`. */
  readonly name: string;
  /** How many units a block has. */
  readonly blockSize: number;
  /** What a block costs, by how many there are. */
  readonly tiers: BillingPlanUnitPriceTier[];
}

const readTier = shape<BillingPlanUnitPriceTier>({
  startsAtBlock: given,
  endsAfterBlock: orNull,
  feePerBlock: always(readMoney),
});

/** Reads one item of a plan's `unit_prices`. */
export const readPlanUnitPrice = shape<BillingPlanUnitPrice>({
  name: given,
  blockSize: given,
  tiers: many(readTier),
});

import { withHidden } from '../hidden.js';
import { oneOr, optionalListOf } from '../nested.js';
import { given, many, orNull, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import { readMoney } from './billing-money-amount.js';
import type { BillingMoneyAmount } from './billing-money-amount.js';
import { readPlanUnitPrice } from './billing-plan-unit-price.js';
import type { BillingPlanUnitPrice } from './billing-plan-unit-price.js';
import { readFeature } from './feature.js';
import type { Feature } from './feature.js';

/** What users or organizations can subscribe to. Source: schema CommercePlan. */
export interface BillingPlan {
  /** What `planId` is in other resources and in parameters. */
  readonly id: string;
  /** What it is called, for people to read. */
  readonly name: string;
  /** The name by which `has({ plan })` asks. */
  readonly slug: string;
  /** What it says about itself in a pricing table; null for nothing. */
  readonly description: string | null;
  /** Whether everybody has it who has no other. */
  readonly isDefault: boolean;
  /** Whether it is paid period after period. */
  readonly isRecurring: boolean;
  /** Whether it costs something without any units. */
  readonly hasBaseFee: boolean;
  /** Whether the pricing table shows it. */
  readonly publiclyVisible: boolean;
  /** For a month. */
  readonly fee: BillingMoneyAmount | null;
  /** For a year, when paid by the year. */
  readonly annualFee: BillingMoneyAmount | null;
  /** For a month, when paid by the year. */
  readonly annualMonthlyFee: BillingMoneyAmount | null;
  /** Who may subscribe to it. */
  readonly forPayerType: 'org' | 'user';
  /** What its subscribers get; `has({ feature })` asks for their slugs. */
  readonly features: Feature[];
  /** Where its picture is. */
  readonly avatarUrl: string | null;
  /** How long it can be tried for nothing, in days. */
  readonly freeTrialDays: number | null;
  /** Whether it may be tried before it is paid. */
  readonly freeTrialEnabled: boolean;
  /** What units cost, as seats. Not enumerable: the vendor's client doesn't have it. */
  readonly unitPrices?: BillingPlanUnitPrice[];
}

const readFields = shape<Omit<BillingPlan, 'unitPrices'>>({
  id: given,
  name: given,
  slug: given,
  description: orNull,
  isDefault: given,
  isRecurring: given,
  hasBaseFee: given,
  publiclyVisible: given,
  fee: oneOr(readMoney, null),
  annualFee: oneOr(readMoney, null),
  annualMonthlyFee: oneOr(readMoney, null),
  forPayerType: given,
  features: many(readFeature),
  avatarUrl: given,
  freeTrialDays: given,
  freeTrialEnabled: given,
});

const readHidden = shape<Pick<BillingPlan, 'unitPrices'>>({
  unitPrices: optionalListOf(readPlanUnitPrice),
});

/** Reads a resource whose `object` is `commerce_plan`. */
export function readBillingPlan(wire: WireObject): BillingPlan {
  return withHidden(readFields(wire), readHidden(wire));
}

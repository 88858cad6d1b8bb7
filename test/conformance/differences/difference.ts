import type { Observation } from '../compare/observed.js';
import type { Scenario } from '../generate/scenario.js';

/** A scenario to ask the vendor about instead, and how its answer becomes ours. */
export interface AsIf<S extends Scenario = Scenario> {
  readonly scenario: S;
  /** What is to be changed about the answer; default nothing. */
  readonly restore?: (answer: Observation) => Observation;
}

/**
 * Something that we answer otherwise than the vendor, on purpose. What exactly we answer is said by
 * way of the vendor: what it answers to another scenario.
 */
export interface Difference<S extends Scenario = Scenario> {
  /** A sentence about us. */
  readonly name: string;
  readonly why: string;
  /** Whether the scenario has what makes the difference. */
  applies(scenario: S): boolean;
  /** The scenario to which the vendor answers what we answer to this one. */
  asIf(scenario: S): AsIf<S>;
}

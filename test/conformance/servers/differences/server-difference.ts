import type { Observation } from '../../compare/side.js';
import type { ServerScenario } from '../generate/server-scenario.js';

/** What a server is to be asked instead, and how its answer becomes ours. */
export interface ServerAsIf {
  readonly scenario: ServerScenario;
  /** What is to be changed about the answer; default nothing. */
  readonly restore?: (answer: Observation) => Observation;
}

/** Something that our server answers otherwise than the vendor's, on purpose: see `Difference`. */
export interface ServerDifference {
  /** A sentence about us. */
  readonly name: string;
  readonly why: string;
  /** Whether the scenario has what makes the difference. */
  applies(scenario: ServerScenario): boolean;
  /** The scenario to which the vendor's server answers what ours answers to this one. */
  asIf(scenario: ServerScenario): ServerAsIf;
}

import type { ProxyObservation } from '../compare/observe.js';
import type { ProxyScenario } from '../generate/proxy-scenario.js';

/** Something that our proxy does otherwise than the vendor's, on purpose. */
export interface ProxyDifference {
  /** A sentence about us. */
  readonly name: string;
  readonly why: string;
  /** Whether the scenario has what makes the difference. */
  applies(scenario: ProxyScenario): boolean;
  /** Another scenario to ask the vendor about. */
  asIf?(scenario: ProxyScenario): ProxyScenario;
  /**
   * What we do, made of what the vendor does; the scenario says all that is needed.
   *
   * @param host The Frontend API's, with its port.
   */
  change?(theirs: ProxyObservation, scenario: ProxyScenario, host: string): ProxyObservation;
}

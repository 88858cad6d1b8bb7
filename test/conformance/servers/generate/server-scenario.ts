import type { Platform } from '../../../nest/support/platforms.js';
import type { Scenario } from '../../generate/scenario.js';

/** The origin that a server gives a request line without one; of the vendor's making. */
export const SERVER_ORIGIN = 'http://clerk-dummy';

/** The options that can be functions of the URL. */
export type UrlOption = 'domain' | 'isSatellite' | 'proxyUrl';

/** Who made the `clerkClient` that both applications are given, if any. */
export type ClientMaker = 'nobody' | 'us' | 'the vendor';

/** How a request is written; it means the same to a server, however it is. */
export interface Wire {
  readonly names: 'lower case' | 'as usual' | 'upper case';
  /** Whether lists are spread over several lines of one name. */
  readonly spread: boolean;
  /** Whether what counts once only is said again, with something else. */
  readonly repeated: boolean;
  /** How the target says the origin, where it says one. */
  readonly origin?: { readonly origin: string; readonly text: string };
}

/**
 * A scenario for whole servers. Its request is as a server reads it: the origin is what a URL parser
 * finds in the target, and {@link SERVER_ORIGIN} where it finds none.
 */
export interface ServerScenario extends Scenario {
  /** Scenarios of one group have the same options and keys, and meet the same servers. */
  readonly group: number;
  readonly platform: Platform;
  readonly functions: readonly UrlOption[];
  readonly clientMaker: ClientMaker;
  /** The option `debug`. */
  readonly debug?: false;
  readonly wire: Wire;
}

/** Tells a scenario for servers from one for the engine alone. */
export function isServerScenario(scenario: Scenario): scenario is ServerScenario {
  return 'wire' in scenario;
}

import type { AsIf, Difference } from '../../differences/difference.js';
import type { ServerScenario } from '../generate/server-scenario.js';

/** What a server is to be asked instead, and how its answer becomes ours. */
export type ServerAsIf = AsIf<ServerScenario>;

/** Something that our server answers otherwise than the vendor's, on purpose. */
export type ServerDifference = Difference<ServerScenario>;

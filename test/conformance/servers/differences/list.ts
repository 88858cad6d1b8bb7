import { DIFFERENCES } from '../../differences/list.js';
import { BOOT_DIFFERENCES } from './boot-differences.js';
import { CLIENT_DIFFERENCES } from './client-differences.js';
import { EDGE_DIFFERENCES } from './edge-differences.js';
import { ENGINE_DIFFERENCES } from './engine-differences.js';
import { REFUSAL_DIFFERENCE } from './refusal-difference.js';
import type { ServerDifference } from './server-difference.js';
import { UNAVAILABLE_DIFFERENCE } from './unavailable-difference.js';

/** What only whole servers can answer otherwise. */
export const OF_SERVERS: readonly ServerDifference[] = [
  ...BOOT_DIFFERENCES,
  REFUSAL_DIFFERENCE,
  ...EDGE_DIFFERENCES,
  UNAVAILABLE_DIFFERENCE,
  ...CLIENT_DIFFERENCES,
];

/** Everything that our server answers otherwise than the vendor's, on purpose. */
export const SERVER_DIFFERENCES: readonly ServerDifference[] = [
  ...BOOT_DIFFERENCES,
  REFUSAL_DIFFERENCE,
  // A request passes the edge before the engine sees it.
  ...EDGE_DIFFERENCES,
  ...ENGINE_DIFFERENCES,
  UNAVAILABLE_DIFFERENCE,
  ...CLIENT_DIFFERENCES,
];

/** Both lists in one, for readers: the engine's differences, then what only servers have. */
export const EVERY_DIFFERENCE = [...DIFFERENCES, ...OF_SERVERS] as const;

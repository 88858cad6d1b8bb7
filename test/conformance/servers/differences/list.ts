import { BOOT_DIFFERENCES } from './boot-differences.js';
import { CLIENT_DIFFERENCES } from './client-differences.js';
import { EDGE_DIFFERENCES } from './edge-differences.js';
import { ENGINE_DIFFERENCES } from './engine-differences.js';
import type { ServerDifference } from './server-difference.js';

/** What only whole servers can answer otherwise. */
export const OF_SERVERS: readonly ServerDifference[] = [
  ...BOOT_DIFFERENCES,
  ...EDGE_DIFFERENCES,
  ...CLIENT_DIFFERENCES,
];

/** Everything that our server answers otherwise than the vendor's, on purpose. */
export const SERVER_DIFFERENCES: readonly ServerDifference[] = [
  ...BOOT_DIFFERENCES,
  ...ENGINE_DIFFERENCES,
  ...EDGE_DIFFERENCES,
  ...CLIENT_DIFFERENCES,
];

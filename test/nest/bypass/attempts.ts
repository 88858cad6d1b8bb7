import type { Attempt } from './attempt.js';
import { CONNECTION_ATTEMPTS } from './attempts/connections.js';
import { CROWD_ATTEMPTS } from './attempts/crowd.js';
import { HEADER_ATTEMPTS } from './attempts/headers.js';
import { HOST_ATTEMPTS } from './attempts/hosts.js';
import { METHOD_ATTEMPTS } from './attempts/methods.js';
import { MIDDLEWARE_ATTEMPTS } from './attempts/middleware.js';
import { MODULE_ATTEMPTS } from './attempts/modules.js';
import { PATH_ATTEMPTS } from './attempts/paths.js';
import { PREFIX_ATTEMPTS } from './attempts/prefixes.js';
import { VERSION_ATTEMPTS } from './attempts/versions.js';

/** All that is tried, for the specs and for the printed grid. */
export const ATTEMPTS: readonly Attempt[] = [
  ...METHOD_ATTEMPTS,
  ...PATH_ATTEMPTS,
  ...PREFIX_ATTEMPTS,
  ...VERSION_ATTEMPTS,
  ...HOST_ATTEMPTS,
  ...MODULE_ATTEMPTS,
  ...MIDDLEWARE_ATTEMPTS,
  ...HEADER_ATTEMPTS,
  ...CONNECTION_ATTEMPTS,
  ...CROWD_ATTEMPTS,
];

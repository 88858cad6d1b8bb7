import type { GrowthResult } from '../growth/growth.js';
import type { InProcessResult } from '../in-process/in-process.js';
import type { Settings } from '../servers/settings.js';
import type { ImportResult } from '../startup/imports.js';
import type { StartupResult } from '../startup/startup.js';
import type { Machine } from './machine.js';
import type { ScenarioResult } from './sample.js';

/** All that a run has measured; what was left out is missing. */
export interface Result {
  readonly machine: Machine;
  readonly settings: Settings;
  readonly seconds: number;
  readonly servers: readonly ScenarioResult[];
  readonly inProcess?: readonly InProcessResult[];
  readonly startup?: readonly StartupResult[];
  readonly imports?: ImportResult;
  readonly growth?: GrowthResult;
}

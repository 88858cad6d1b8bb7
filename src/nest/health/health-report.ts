import type { HealthStatus, KeyHealth } from '../../engine/keys/key-health.js';

/** How authentication is. Holds no secret. */
export interface ClerkHealthReport {
  /**
   * That of the worst source of keys: `up`, `degraded` while keys past their lifetime serve because no
   * others can be fetched, `down` when none can be fetched and none serve. `up` without any source.
   */
  readonly status: HealthStatus;
  /** The worst source; undefined while no tenant is loaded. */
  readonly keys: KeyHealth | undefined;
  /** How many sources there are of each status: one, or those of the tenants that are loaded. */
  readonly sources: Readonly<Record<HealthStatus, number>>;
}

/** From good to bad. */
const STATUSES: readonly HealthStatus[] = ['up', 'degraded', 'down'];

/** Sums up sources of keys. */
export function reportOn(health: readonly KeyHealth[]): ClerkHealthReport {
  const sources = { up: 0, degraded: 0, down: 0 };
  let worst: KeyHealth | undefined;
  for (const keys of health) {
    sources[keys.status] += 1;
    if (!worst || rank(keys) > rank(worst)) worst = keys;
  }
  return { status: worst?.status ?? 'up', keys: worst, sources };
}

function rank({ status }: KeyHealth): number {
  return STATUSES.indexOf(status);
}

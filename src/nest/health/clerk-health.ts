import { Inject, Injectable } from '@nestjs/common';
import type { ObservedKeySource } from '../../engine/keys/key-source.js';
import type { TenantSource } from '../../tenants/tenant-source.js';
import { CLERK_TENANTS } from '../tokens.js';
import { type ClerkHealthReport, reportOn } from './health-report.js';

/** What {@link ClerkHealth.isHealthy} takes. */
export interface ClerkHealthOptions {
  /**
   * Whether keys that were never fetched are fetched now, and waited for, five seconds at most: for a
   * readiness probe. Default: false.
   */
  ping?: boolean;
}

/** One indicator's part of a health check, as `@nestjs/terminus` takes it. */
export interface ClerkHealthIndicator extends Omit<ClerkHealthReport, 'status'> {
  readonly status: 'up' | 'down';
  /** Whether it is up by keys that could not be refreshed. */
  readonly isDegraded: boolean;
}

/** Of how many sources a check starts the fetch: those of tenants can be thousands. */
const MOST_PREPARED = 10;

/**
 * Says how authentication is: whether there are keys to verify tokens with.
 *
 * @example
 * ```ts
 * @Get('health')
 * @HealthCheck()
 * check() {
 *   return this.health.check([() => this.clerk.isHealthy('clerk', { ping: true })]);
 * }
 * ```
 */
@Injectable()
export class ClerkHealth {
  readonly #tenants: TenantSource;

  constructor(@Inject(CLERK_TENANTS) tenants: TenantSource) {
    this.#tenants = tenants;
  }

  /**
   * How the sources of keys are, from what is known. Asks nobody, and so says `up` as long as nothing
   * was asked. With several tenants: of those that are loaded, the worst and how many.
   */
  check(): ClerkHealthReport {
    return reportOn(this.#sources().map((source) => source.health()));
  }

  /**
   * The same for a health check of `@nestjs/terminus` or of your own. Down only where no source of
   * keys can serve: one tenant's wrong secret key takes nobody else out of service.
   *
   * A source that is not up is asked again, as by a request: an instance that gets no requests because
   * it is down would otherwise stay so for ever. That is in the background unless `ping` is set.
   *
   * @param key The name in the result.
   * @returns An indicator's result. Never rejects: terminus answers 503 where the status is `down`.
   */
  async isHealthy<const Key extends string = 'clerk'>(
    // The default is the type's default, which the compiler can't tie to each other.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    key: Key = 'clerk' as Key,
    { ping = false }: ClerkHealthOptions = {},
  ): Promise<Record<Key, ClerkHealthIndicator>> {
    const sources = this.#sources();
    const failing = sources.filter((source) => !isUp(source));
    // The last were used last; those that fail count most, as nothing else may bring them back.
    const asked = ping ? [...sources.filter(isUp), ...failing] : failing;
    const fetching = asked.slice(-MOST_PREPARED).map((source) => source.prepare());
    // They run side by side already, and none of them rejects.
    if (ping) for (const fetched of fetching) await fetched;
    const { status, ...report } = this.check();
    const { up, degraded, down } = report.sources;
    const indicator: ClerkHealthIndicator = {
      ...report,
      status: down > 0 && up + degraded === 0 ? 'down' : 'up',
      isDegraded: status !== 'up',
    };
    // A computed name widens to string.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { [key]: indicator } as Record<Key, ClerkHealthIndicator>;
  }

  /** Tenants can share one. */
  #sources(): ObservedKeySource[] {
    return [...new Set(this.#tenants.loaded().map(({ keys }) => keys))];
  }
}

function isUp(source: ObservedKeySource): boolean {
  return source.health().status === 'up';
}

import type { ClerkOptions, ClerkSettings } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import { assertOptionsInPart, resolveOptions } from '../options/resolve-options.js';
import { resolveTestingOptions } from '../options/resolve-testing-options.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import { ComputedTenants } from './computed-tenants.js';
import {
  KEY_OPTIONS,
  namesKeys,
  readGiven,
  type ResolveOptions,
  withoutKeys,
} from './per-request-options.js';
import { readTenantsOptions } from './read-tenants-options.js';
import { type ReportLoadFailure, TenantRegistry } from './tenant-registry.js';
import { createTenant } from './tenant.js';
import { onlyTenant, type TenantSource } from './tenant-source.js';

/** What an application was configured with, checked as far as it can be before a request is there. */
export type Settings =
  | { readonly kind: 'fixed'; readonly options: ResolvedOptions }
  | { readonly kind: 'per-request'; readonly tenants: TenantSource };

/** What settings are read in. */
export interface SettingsContext {
  /** Fills up what is not given; usually `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The connection of an application under test, in place of its own. */
  readonly testing?: ClerkOptions | undefined;
  /** Tells of tenants that could not be loaded. */
  readonly report: ReportLoadFailure;
  /** Told of keys that can't be refreshed, of every tenant. */
  readonly reportKeys?: ReportKeyEvent;
}

/**
 * Reads what `forRoot()` or the factory of `forRootAsync()` gave: options, a function that computes
 * them, or tenants.
 *
 * @throws ClerkConfigurationError that names what is wrong.
 */
export function readSettings(given: ClerkSettings, context: SettingsContext): Settings {
  const { environment, report, reportKeys } = context;
  if (typeof given === 'function') {
    const resolve: ResolveOptions = (options, whose) => {
      const own = readGiven(options, whose);
      const known = namesKeys(own) ? withoutKeys(environment) : environment;
      return resolveIn({ ...context, environment: known }, own, whose);
    };
    return { kind: 'per-request', tenants: new ComputedTenants(given, resolve, clock, reportKeys) };
  }
  // A factory may have returned nothing, which is refused further on.
  if (typeof given !== 'object' || given === null) return fixed(given, context);
  const { tenants, ...shared } = given;
  if (tenants === undefined) return fixed(shared, context);
  assertShared(shared);
  assertOptionsInPart(shared, "ClerkModule can't start with these options beside tenants");
  const keyless = { ...context, environment: withoutKeys(environment) };
  const resolve: ResolveOptions = (options, whose) =>
    resolveIn(keyless, { ...shared, ...readGiven(options, whose) }, whose);
  const registry = new TenantRegistry(
    readTenantsOptions(tenants),
    resolve,
    report,
    clock,
    reportKeys,
  );
  return { kind: 'per-request', tenants: registry };
}

function fixed(options: ClerkOptions, context: SettingsContext): Settings {
  return { kind: 'fixed', options: resolveIn(context, options) };
}

/**
 * The tenants of an application.
 *
 * @param client Asks for the only tenant there is; by default one made from its options.
 * @param reportKeys Told of that tenant's keys when they can't be refreshed.
 */
export function tenantsOf(
  settings: Settings,
  client?: AuthenticationClient,
  reportKeys?: ReportKeyEvent,
): TenantSource {
  return settings.kind === 'fixed'
    ? onlyTenant(createTenant(settings.options, { client, reportKeys }))
    : settings.tenants;
}

/** Not the time of day, which can be set back. */
const clock = () => performance.now();

function resolveIn(
  { environment, testing }: SettingsContext,
  options: ClerkOptions,
  whose?: string,
): ResolvedOptions {
  const title = whose && `The options ${whose} can't work`;
  return testing
    ? resolveTestingOptions(options, testing, environment, title)
    : resolveOptions(options, environment, title);
}

/** A key beside the tenants would be one for all of them. */
function assertShared(shared: ClerkOptions): void {
  const own = [...KEY_OPTIONS, 'clerkClient'].filter(
    (name) => Reflect.get(shared, name) !== undefined,
  );
  if (own.length === 0) return;
  throw new ClerkConfigurationError(
    `${own.join(', ')} can not stand beside tenants: each tenant has keys of its own, which tenants.load returns.`,
  );
}

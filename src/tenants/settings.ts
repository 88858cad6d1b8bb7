import type { ClerkOptions, ClerkSettings } from '../clerk-options.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import { assertOptionsInPart, resolveOptions } from '../options/resolve-options.js';
import { resolveTestingOptions } from '../options/resolve-testing-options.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { withDerivedProxyUrl } from '../proxy/derived-proxy-url.js';
import type { FrontendApiProxyOptions } from '../proxy/frontend-api-proxy-options.js';
import { assertProxyKeys } from '../proxy/proxied-instance.js';
import { type ProxySettings, readProxySettings } from '../proxy/proxy-settings.js';
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
export type Settings = { readonly proxy: ProxySettings | undefined } & (
  | { readonly kind: 'fixed'; readonly options: ResolvedOptions }
  | { readonly kind: 'per-request'; readonly tenants: TenantSource }
);

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
  /** What was given beside the options; it is one for the application, however many tenants there are. */
  readonly frontendApiProxy?: FrontendApiProxyOptions | undefined;
}

/** The context of options that are to be merged and checked. */
type ResolveContext = Pick<SettingsContext, 'environment' | 'testing'> & Pick<Settings, 'proxy'>;

/**
 * Reads what `forRoot()` or the factory of `forRootAsync()` gave: options, a function that computes
 * them, or tenants.
 *
 * @throws ClerkConfigurationError that names what is wrong.
 */
export function readSettings(given: ClerkSettings, context: SettingsContext): Settings {
  const { environment, testing, report, reportKeys } = context;
  if (typeof given === 'function') {
    const proxy = readProxy(undefined, context);
    const resolve: ResolveOptions = (options, whose) => {
      const own = readGiven(options, whose);
      const known = namesKeys(own) ? withoutKeys(environment) : environment;
      return resolveIn({ environment: known, testing, proxy }, own, whose);
    };
    const tenants = new ComputedTenants(given, resolve, clock, reportKeys);
    return { kind: 'per-request', proxy, tenants };
  }
  // A factory may have returned nothing, which is refused further on.
  const { tenants, frontendApiProxy, ...shared }: GivenSettings = Object(given);
  const proxy = readProxy(frontendApiProxy, context);
  if (tenants === undefined) {
    return fixed(Object(given) === given ? shared : given, { environment, testing, proxy });
  }
  assertShared(shared);
  assertOptionsInPart(shared, "ClerkModule can't start with these options beside tenants");
  const keyless = { environment: withoutKeys(environment), testing, proxy };
  const resolve: ResolveOptions = (options, whose) =>
    resolveIn(keyless, { ...shared, ...readGiven(options, whose) }, whose);
  const registry = new TenantRegistry(
    readTenantsOptions(tenants),
    resolve,
    report,
    clock,
    reportKeys,
  );
  return { kind: 'per-request', proxy, tenants: registry };
}

type GivenSettings = Exclude<ClerkSettings, (...args: never) => unknown>;

function fixed(given: ClerkOptions, context: ResolveContext): Settings {
  const options = resolveIn(context, given);
  if (context.proxy) assertProxyKeys(options);
  return { kind: 'fixed', proxy: context.proxy, options };
}

/** @param own What stands among the options themselves. */
function readProxy(
  own: FrontendApiProxyOptions | undefined,
  { frontendApiProxy: beside, environment, testing }: SettingsContext,
): ProxySettings | undefined {
  if (own !== undefined && beside !== undefined) {
    throw new ClerkConfigurationError(
      'frontendApiProxy is given twice: let the factory return it, or write it beside the factory.',
    );
  }
  // The embedded Clerk of a test answers both APIs at one address.
  const address = testing ? testing.apiUrl : environment['CLERK_FAPI_URL'];
  return readProxySettings(own === undefined ? beside : own, address);
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
  { environment, testing, proxy }: ResolveContext,
  given: ClerkOptions,
  whose?: string,
): ResolvedOptions {
  const options = withDerivedProxyUrl(given, proxy, environment['CLERK_PROXY_URL']);
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

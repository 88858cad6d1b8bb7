import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { frontendApiUrlOf } from './frontend-api-url.js';
import type { ProxySettings } from './proxy-settings.js';

/** Whose Frontend API a request is for. */
export interface ProxiedInstance {
  readonly frontendApiUrl: URL;
  /** Holds a secret: never log it. */
  readonly secretKey: string;
}

/** What of the options tells an instance. */
type Keys = Pick<ResolvedOptions, 'publishableKey' | 'connection'>;

/** The instance of some options; undefined where they lack a key. */
export function proxiedInstanceOf(
  { publishableKey, connection: { secretKey } }: Keys,
  { frontendApiUrl }: Pick<ProxySettings, 'frontendApiUrl'>,
): ProxiedInstance | undefined {
  if (!publishableKey || !secretKey) return undefined;
  return { frontendApiUrl: frontendApiUrl ?? frontendApiUrlOf(publishableKey), secretKey };
}

/** What a proxy can't do without its keys; for errors. */
export const PROXY_NEEDS_KEYS =
  'frontendApiProxy needs publishableKey (environment variable CLERK_PUBLISHABLE_KEY) and secretKey ' +
  '(environment variable CLERK_SECRET_KEY): the Frontend API tells by them whose requests it gets.';

/** @throws ClerkConfigurationError where options can't have a proxy. */
export function assertProxyKeys({ publishableKey, connection }: Keys): void {
  if (publishableKey && connection.secretKey) return;
  throw new ClerkConfigurationError(PROXY_NEEDS_KEYS);
}

import { createHash } from 'node:crypto';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { type Deployment, frontendApiOf } from './deployment.js';
import type { Backend } from './evidence/backend.js';
import type { KeySource } from './keys/key-source.js';
import { noTokens, type TokenCache } from './tokens/token-cache.js';
import {
  type InstanceType,
  type PublishableKey,
  publishableKeyMissing,
} from './publishable-key.js';

/**
 * The Clerk instance that requests are authenticated against, seen from where the application is
 * deployed. Whatever needs the secret key is behind a member that already holds it, so no rule and
 * no fact ever sees it.
 */
export interface Instance {
  /** The instance's publishable key; public. Empty where only machines' tokens are taken. */
  readonly publishableKey: string;
  /** Development instances carry their session through the dev browser, production ones do not. */
  readonly instanceType: InstanceType;
  /** The Frontend API's host, which signs as `iss` of the instance's tokens. */
  readonly frontendApi: string;
  /** What the instance's cookie names end in, so that instances can share a host. */
  readonly cookieSuffix: string;
  /** The names that end so. */
  readonly suffixedCookies: SuffixedCookies;
  /** Where the application is deployed. */
  readonly deployment: Deployment;
  /** Where the keys that sign session tokens come from. */
  readonly keys: KeySource;
  /** Remembers tokens that these keys have verified. */
  readonly tokens: TokenCache;
  /** What answers the questions that only the Backend API can. */
  readonly backend: Backend;
}

/** What an instance is put together from. */
export interface InstanceParts extends Pick<Instance, 'keys' | 'backend' | 'deployment'> {
  /** May be missing where only API keys or only machines' tokens are taken: they need none of it. */
  readonly publishableKey: PublishableKey | undefined;
  /** None: no token is remembered. */
  readonly tokens?: TokenCache | undefined;
}

/** In place of a publishable key where nothing that depends on one is ever reached. */
const NO_PUBLISHABLE_KEY: PublishableKey = {
  value: '',
  instanceType: 'production',
  frontendApi: '',
};

/** Puts an instance together. */
export function createInstance({
  publishableKey = NO_PUBLISHABLE_KEY,
  tokens = noTokens,
  ...parts
}: InstanceParts): Instance {
  const suffix = cookieSuffix(publishableKey.value);
  return {
    ...parts,
    tokens,
    publishableKey: publishableKey.value,
    instanceType: publishableKey.instanceType,
    frontendApi: frontendApiOf(publishableKey, parts.deployment),
    cookieSuffix: suffix,
    suffixedCookies: suffixedCookies(suffix),
  };
}

/**
 * Where browsers reach the Frontend API: through the proxy, which may be a path of the application,
 * or at its own host.
 *
 * @param publicUrl Tells the origin that a path belongs to.
 * @throws ClerkConfigurationError when the proxy's address is none, or there is none at all.
 */
export function frontendApiUrl(
  { frontendApi, deployment }: Pick<Instance, 'frontendApi' | 'deployment'>,
  publicUrl: URL,
): URL {
  const address = deployment.proxyUrl || frontendApi;
  if (!address) throw publishableKeyMissing();
  const text = address.startsWith('/') ? `${publicUrl.origin}${address}` : withScheme(address);
  if (URL.canParse(text)) return new URL(text);
  throw new ClerkConfigurationError(
    'proxyUrl (environment variable CLERK_PROXY_URL) must be an absolute URL, or a path that starts with a slash.',
  );
}

function withScheme(address: string): string {
  return /^https?:/.test(address) ? address : `https://${address}`;
}

/** Cookies that each instance has under a name of its own. */
export interface SuffixedCookies {
  readonly session: string;
  readonly clientUat: string;
  readonly devBrowser: string;
  readonly refreshToken: string;
}

function suffixedCookies(suffix: string): SuffixedCookies {
  return {
    session: `__session_${suffix}`,
    clientUat: `__client_uat_${suffix}`,
    devBrowser: `__clerk_db_jwt_${suffix}`,
    refreshToken: `__refresh_${suffix}`,
  };
}

/** Eight URL-safe characters of the publishable key's SHA-1, as every Clerk SDK derives them. */
function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}

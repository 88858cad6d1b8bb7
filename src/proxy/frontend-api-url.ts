import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { PublishableKey } from '../engine/publishable-key.js';

/** The Frontend API that tells instances apart by their secret key, for each of Clerk's deployments. */
const PRODUCTION = 'https://frontend-api.clerk.dev';
const STAGING = 'https://frontend-api.clerkstage.dev';
const LOCAL = 'https://frontend-api.lclclerk.com';

const OLD_DEVELOPMENT_HOST = /\.(?:lcl\.dev|lclstage\.dev|lclclerk\.com)$/;
const LOCAL_HOST = /(?:\.lcl\.dev|lclstage\.dev|\.lclclerk\.com)$/;
const STAGING_HOST = /\.accountsstage\.dev$/;

/**
 * Where the requests of an instance go: not to the host that its key names, which may well be the
 * application's own, but to the one that all instances share.
 *
 * @returns An origin. Source: what the vendor's SDKs derive from the same key.
 */
export function frontendApiUrlOf({ frontendApi }: PublishableKey): URL {
  const isOld = frontendApi.startsWith('clerk.') && OLD_DEVELOPMENT_HOST.test(frontendApi);
  if (isOld) return new URL(PRODUCTION);
  if (LOCAL_HOST.test(frontendApi)) return new URL(LOCAL);
  return new URL(STAGING_HOST.test(frontendApi) ? STAGING : PRODUCTION);
}

/**
 * Reads `CLERK_FAPI_URL`.
 *
 * @returns The URL, its path without a slash at the end; undefined where the variable is not set.
 * @throws ClerkConfigurationError where it is no address to send a secret key to.
 */
export function readFrontendApiUrl(variable: string | undefined): URL | undefined {
  const text = variable?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw wrong('must be an absolute URL, such as https://frontend-api.clerk.dev');
  }
  if (url.username || url.password || /[?#]/.test(text)) {
    throw wrong('must have no user name, password, query or fragment');
  }
  // Every request carries the secret key: in clear text it may not leave this machine.
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw wrong(
      'must begin with https://, as the secret key is sent there; http:// is for localhost',
    );
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
}

function wrong(problem: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `frontendApiProxy: the environment variable CLERK_FAPI_URL ${problem}.`,
  );
}

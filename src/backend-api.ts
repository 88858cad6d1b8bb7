import { VERSION } from './version.js';

/** Where Clerk's Backend API lives unless `apiUrl` or `CLERK_API_URL` says otherwise. */
export const DEFAULT_API_URL = 'https://api.clerk.com';

/** The path segment before every operation unless `apiVersion` or `CLERK_API_VERSION` says otherwise. */
export const DEFAULT_API_VERSION = 'v1';

/** The dated version of the Backend API that this package speaks. */
export const BACKEND_API_DATE = '2026-05-12';

/** How long one call to the Backend API may take, in milliseconds. */
export const BACKEND_API_TIMEOUT_IN_MS = 5_000;

/** The headers that every call to the Backend API carries beside its `Authorization`. */
export const BACKEND_API_HEADERS: Readonly<Record<string, string>> = {
  'Clerk-API-Version': BACKEND_API_DATE,
  'User-Agent': `clerk-nestjs@${VERSION}`,
};

/**
 * The absolute URL of a Backend API operation.
 *
 * @param base `apiUrl` (an absolute URL, with or without a path) and `apiVersion`; undefined for an
 * operation that has no version in its path.
 * @param path The operation's path, which starts with a slash and is already encoded.
 */
export function backendApiUrl(
  { apiUrl, apiVersion }: { apiUrl: string; apiVersion: string | undefined },
  path: string,
): URL {
  const version = apiVersion === undefined ? '' : `/${apiVersion}`;
  return new URL(`${apiUrl.replace(/\/+$/, '')}${version}${path}`);
}

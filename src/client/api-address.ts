import { DEFAULT_API_VERSION } from '../backend-api.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/**
 * Checks where the Backend API lives. White space around it does no harm.
 *
 * @param apiUrl What was given.
 * @returns It as a URL is written.
 * @throws {ClerkConfigurationError} When it can't be built upon; the error doesn't quote it.
 */
export function toApiUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const hasCredentials = url && url.username + url.password !== '';
  // In the text: the URL doesn't tell an empty query or fragment, which would swallow the path.
  if (!url || hasCredentials || /[?#]/.test(apiUrl) || !/^https?:$/.test(url.protocol)) {
    throw new ClerkConfigurationError(
      '`apiUrl` (CLERK_API_URL) must be an absolute http or https URL ' +
        'without credentials, query or fragment.',
    );
  }
  return url.href;
}

/**
 * Checks the path segment before every operation. A blank one is the default.
 *
 * @param apiVersion What was given.
 * @throws {ClerkConfigurationError} When it is more than a segment of a path, or less.
 */
export function toApiVersion(apiVersion: string): string {
  const trimmed = apiVersion.trim();
  if (trimmed === '') return DEFAULT_API_VERSION;
  if (/^[\w.-]+$/.test(trimmed) && !/^\.+$/.test(trimmed)) return trimmed;
  throw new ClerkConfigurationError(
    '`apiVersion` (CLERK_API_VERSION) must be one segment of a path, such as `v1`: ' +
      'letters, digits, dots, hyphens and underscores.',
  );
}

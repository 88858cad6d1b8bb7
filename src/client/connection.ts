import { BACKEND_API_TIMEOUT_IN_MS, DEFAULT_API_URL, DEFAULT_API_VERSION } from '../backend-api.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import type { ClerkClientOptions } from './clerk-client-options.js';

/** The options of a client, checked and complete. It holds the secret key: never log it. */
export interface Connection {
  readonly secretKey: string | undefined;
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutInMs: number;
}

/** The longest delay a timer of Node can hold; a longer one would fire at once. */
const LONGEST_TIMEOUT_IN_MS = 2 ** 31 - 1;

/**
 * Checks the options once and fills in the defaults.
 *
 * @throws {ClerkConfigurationError} When an option can't work.
 */
export function toConnection(options: ClerkClientOptions): Connection {
  return {
    secretKey: toSecretKey(options.secretKey),
    apiUrl: toApiUrl(options.apiUrl ?? DEFAULT_API_URL),
    apiVersion: options.apiVersion ?? DEFAULT_API_VERSION,
    // Looked up for each call, so that a tool that replaces the global later is honoured.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutInMs: toTimeout(options.timeoutInMs ?? BACKEND_API_TIMEOUT_IN_MS),
  };
}

function toSecretKey(secretKey: string | undefined): string | undefined {
  const trimmed = secretKey?.trim();
  if (!trimmed) return undefined;
  // fetch quotes a header value that it refuses, so a key with a line break would end up in a log.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new ClerkConfigurationError(
      '`secretKey` (CLERK_SECRET_KEY) holds a character that an HTTP header can not carry.',
    );
  }
  return trimmed;
}

function toApiUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const isPlain = url && url.username + url.password + url.search + url.hash === '';
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new ClerkConfigurationError(
      '`apiUrl` (CLERK_API_URL) must be an absolute http or https URL ' +
        'without credentials, query or fragment.',
    );
  }
  return apiUrl;
}

function toTimeout(timeoutInMs: number): number {
  if (!(timeoutInMs > 0 && timeoutInMs <= LONGEST_TIMEOUT_IN_MS)) {
    throw new ClerkConfigurationError(
      `\`timeoutInMs\` must be a number of milliseconds between 1 and ${LONGEST_TIMEOUT_IN_MS}.`,
    );
  }
  return timeoutInMs;
}

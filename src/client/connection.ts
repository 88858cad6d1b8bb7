import { BACKEND_API_TIMEOUT_IN_MS, DEFAULT_API_URL, DEFAULT_API_VERSION } from '../backend-api.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { toApiUrl, toApiVersion } from './api-address.js';
import type { BackendApiClientOptions } from './backend-api-client-options.js';
import { type Clock, realClock } from './clock.js';
import { extraHeaders } from './extra-headers.js';
import type { Hooks } from './hooks.js';
import type { VerifyM2MJwt } from './m2m-tokens/verify-m2m-jwt.js';
import { type RetryOptions, toRetry } from './retry-options.js';
import { readKey } from './secret-key.js';

/** The options of a client, checked and complete. It holds the secret keys: never log it. */
export interface Connection {
  readonly secretKey: string | undefined;
  readonly machineSecretKey: string | undefined;
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutInMs: number;
  /** Names in lower case, values; of two with one name the later counts. */
  readonly headers: readonly (readonly [string, string])[];
  readonly retry: RetryOptions | false;
  /** Each of them ends the calls. */
  readonly signals: readonly AbortSignal[];
  readonly hooks: Hooks;
  readonly clock: Clock;
  readonly verifyM2MJwt: VerifyM2MJwt | undefined;
}

/** The longest delay a timer of Node can hold; a longer one would fire at once. */
const LONGEST_TIMEOUT_IN_MS = 2 ** 31 - 1;

/**
 * Checks the options once and fills in the defaults.
 *
 * @param options The client's options.
 * @param clock Time and chance.
 * @throws {ClerkConfigurationError} When an option can't work.
 */
export function toConnection(
  options: BackendApiClientOptions,
  clock: Clock = realClock,
): Connection {
  const { onRequest, onResponse, onFailure, onHookError } = options;
  return {
    secretKey: readKey('secretKey', options.secretKey),
    machineSecretKey: readKey('machineSecretKey', options.machineSecretKey),
    apiUrl: toApiUrl(options.apiUrl ?? DEFAULT_API_URL),
    apiVersion: toApiVersion(options.apiVersion ?? DEFAULT_API_VERSION),
    // Looked up for each call, so that a tool that replaces the global later is honoured.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutInMs: toTimeout(options.timeoutInMs ?? BACKEND_API_TIMEOUT_IN_MS),
    headers: extraHeaders(options.headers),
    retry: toRetry(options.retry ?? false),
    signals: [],
    hooks: { onRequest, onResponse, onFailure, onHookError },
    clock,
    verifyM2MJwt: options.verifyM2MJwt,
  };
}

/**
 * Checks how long an attempt may take.
 *
 * @throws {ClerkConfigurationError} When a timer can't hold it.
 */
export function toTimeout(timeoutInMs: number): number {
  if (!(timeoutInMs > 0 && timeoutInMs <= LONGEST_TIMEOUT_IN_MS)) {
    throw new ClerkConfigurationError(
      `\`timeoutInMs\` must be a number of milliseconds between 1 and ${LONGEST_TIMEOUT_IN_MS}.`,
    );
  }
  return timeoutInMs;
}

import { DEFAULT_API_URL, DEFAULT_API_VERSION } from '../backend-api.js';
import { fetchJwks } from '../engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../engine/keys/jwks-key-source.js';
import type { ReportKeyEvent } from '../engine/keys/key-event.js';
import type { ObservedKeySource } from '../engine/keys/key-source.js';
import { noKeys } from '../engine/keys/no-key-source.js';
import { PemKeySource } from '../engine/keys/pem-key-source.js';
import type { ConnectionOptions } from './authenticate-request-options.js';

/** What a source of keys works with, beside the options. */
export interface KeySourceContext {
  /** Makes the calls; the global one unless another is given. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Told of keys that can't be refreshed. */
  readonly report?: ReportKeyEvent | undefined;
}

/**
 * Where the keys of an instance come from: its PEM where that is given, else the Backend API.
 *
 * @throws ClerkConfigurationError when the PEM can't be read.
 */
export function createKeySource(
  options: ConnectionOptions,
  { fetch = currentFetch, report }: KeySourceContext = {},
): ObservedKeySource {
  const { jwtKey, secretKey, skipJwksCache, jwksCacheTtlInMs, jwksStaleTtlInMs } = options;
  if (jwtKey) return new PemKeySource(jwtKey);
  if (!secretKey) return noKeys;
  const { apiUrl = DEFAULT_API_URL, apiVersion = DEFAULT_API_VERSION } = options;
  const access = { secretKey, apiUrl, apiVersion, fetch };
  return new JwksKeySource({
    fetchKeys: () => fetchJwks(access),
    // Looked up each time, as the function below, so that a test can move the clock.
    clock: () => Date.now(),
    lifetimeInMs: skipJwksCache ? 0 : jwksCacheTtlInMs,
    staleTtlInMs: jwksStaleTtlInMs,
    report,
  });
}

/** Looked up for each call, so that a tool that replaces the global later is honoured. */
const currentFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

import { DEFAULT_API_URL, DEFAULT_API_VERSION } from '../backend-api.js';
import { fetchJwks } from '../engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../engine/keys/jwks-key-source.js';
import type { KeySource } from '../engine/keys/key-source.js';
import { noKeys } from '../engine/keys/no-key-source.js';
import { PemKeySource } from '../engine/keys/pem-key-source.js';
import type { ConnectionOptions } from './authenticate-request-options.js';

/**
 * Where the keys of an instance come from: its PEM where that is given, else the Backend API.
 *
 * @param fetch Makes the calls; the global one unless another is given.
 * @throws ClerkConfigurationError when the PEM can't be read.
 */
export function createKeySource(
  options: ConnectionOptions,
  // Looked up for each call, so that a tool that replaces the global later is honoured.
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): KeySource {
  const { jwtKey, secretKey, skipJwksCache, jwksCacheTtlInMs } = options;
  if (jwtKey) return new PemKeySource(jwtKey);
  if (!secretKey) return noKeys;
  const { apiUrl = DEFAULT_API_URL, apiVersion = DEFAULT_API_VERSION } = options;
  const access = { secretKey, apiUrl, apiVersion, fetch };
  return new JwksKeySource({
    fetchKeys: () => fetchJwks(access),
    clock: Date.now,
    lifetimeInMs: skipJwksCache ? 0 : jwksCacheTtlInMs,
  });
}

import { type BackendApiClientOptions, createBackendApiClient } from '../client/index.js';
import type { KeySource } from '../engine/keys/key-source.js';
import type { AuthenticationClient } from './authentication-client.js';
import type { ConnectionOptions } from './authenticate-request-options.js';
import { createKeySource } from './key-source.js';

/** What talks to Clerk for one set of keys. */
export interface ClerkConnection {
  readonly keys: KeySource;
  readonly client: AuthenticationClient;
}

/** What calls are made with; see `BackendApiClientOptions`. */
export type Transport = Pick<BackendApiClientOptions, 'fetch' | 'timeoutInMs'>;

/** How many sets of keys are remembered; an application has a few, a server of many tenants more. */
const MOST_CONNECTIONS = 1_000;

/**
 * Connections by the options that they were made from, so that fetched keys serve the next request
 * too. The one that was used least recently makes room.
 */
export class Connections {
  readonly #connections = new Map<string, ClerkConnection>();
  readonly #transport: Transport;

  /** @param transport What makes the calls, and how long one may take. */
  constructor(transport: Transport = {}) {
    this.#transport = transport;
  }

  /** @throws ClerkConfigurationError when a key or an address can't be used. */
  get(options: ConnectionOptions): ClerkConnection {
    const name = nameOf(options);
    const connection = this.#connections.get(name) ?? connect(options, this.#transport);
    this.#connections.delete(name);
    this.#connections.set(name, connection);
    const [oldest] = this.#connections.keys();
    if (this.#connections.size > MOST_CONNECTIONS && oldest !== undefined) {
      this.#connections.delete(oldest);
    }
    return connection;
  }
}

/** Those of the functions that no client stands behind: what one has fetched serves the other. */
export const sharedConnections = new Connections();

function connect(options: ConnectionOptions, transport: Transport): ClerkConnection {
  const { secretKey, machineSecretKey, apiUrl, apiVersion } = options;
  return {
    keys: createKeySource(options, transport.fetch),
    client: createBackendApiClient({
      secretKey,
      machineSecretKey,
      apiUrl,
      apiVersion,
      ...transport,
    }),
  };
}

function nameOf(options: ConnectionOptions): string {
  const { secretKey, machineSecretKey, jwtKey, apiUrl, apiVersion } = options;
  const { skipJwksCache, jwksCacheTtlInMs } = options;
  const parts = [secretKey, machineSecretKey, jwtKey, apiUrl, apiVersion];
  return JSON.stringify([...parts, skipJwksCache, jwksCacheTtlInMs]);
}
